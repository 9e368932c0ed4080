import { afterEach, describe, expect, it, vi } from "vitest";
import { HubApi } from "../../../tools/day/hub-api.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A hub that answers by address. */
function hubWith(answers: Readonly<Record<string, unknown>>): HubApi {
  vi.stubGlobal("fetch", (url: string) => {
    const body = answers[url.replace("http://hub", "")];
    return Promise.resolve(
      new Response(JSON.stringify(body ?? { code: "not-found", detail: url }), {
        status: body === undefined ? 404 : 200,
      }),
    );
  });
  return new HubApi("http://hub");
}

describe("a list of the hub", () => {
  it("is read page after page to its end", async () => {
    const api = hubWith({
      "/api/tickets?state=waiting": { items: ["a", "b"], next: "b c" },
      "/api/tickets?state=waiting&after=b%20c": { items: ["c", "d"], next: "d" },
      "/api/tickets?state=waiting&after=d": { items: [] },
    });
    expect(await api.list("/api/tickets?state=waiting")).toEqual(["a", "b", "c", "d"]);
  });

  it("may be one page long", async () => {
    const api = hubWith({ "/api/users": { items: ["a"] } });
    expect(await api.list("/api/users")).toEqual(["a"]);
  });
});
