import { beforeAll, describe, expect, it } from "vitest";
import { end, startHub, type TestHub } from "../support/hub.ts";

describe("a demonstration", () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub({ demo: true });
    return () => end(hub);
  });

  it("answers nobody who calls it by another name or through something in between", async () => {
    const ask = async (headers: Readonly<Record<string, string>>): Promise<number> =>
      (await hub.app.inject({ method: "GET", url: "/api/hall", headers: { host: "localhost:8080", ...headers } }))
        .statusCode;
    expect(await ask({})).toBe(200);
    for (const host of ["hall.example", "127.0.0.1.example.com", "10.0.0.5", "localhost.example.com:8080"])
      expect(await ask({ host })).toBe(403);
    for (const header of ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"]) {
      expect(await ask({ [header]: "127.0.0.1" })).toBe(403);
    }
  });

  it("hangs a counter screen at the first counter, since nobody is asked where, and no other device anywhere", async () => {
    const counterOf = async (kind: string): Promise<unknown> => {
      const offer = { method: "POST", url: "/api/devices", headers: { host: "localhost" }, payload: { kind } } as const;
      const { id } = (await hub.app.inject(offer)).json<{ id: string }>();
      return hub.hub.access.device(id)?.counter;
    };
    expect(await counterOf("counter-screen")).toBe(1);
    expect(await counterOf("screen")).toBeNull();
  });
});
