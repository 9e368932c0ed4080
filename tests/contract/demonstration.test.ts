import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { withdrawItem } from "../../server/commands/item-commands.ts";
import { newAjv } from "../../server/plugins/validation.ts";
import { publishSampleItems } from "../../server/sample-items.ts";
import { NewItem } from "../../shared/wire/lobby.ts";
import { end, sampleHall, startHub, type TestHub } from "../support/hub.ts";

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

  describe("whose wall is alive from the start", () => {
    // The product's own file, which the first story checks.
    const samples = JSON.parse(readFileSync("server/halls/sample-items.json", "utf8")) as NewItem[];

    it("has items that the hub would take of an editor, in all its languages", () => {
      const isItem = newAjv().compile(NewItem);
      for (const item of samples) {
        expect([item.kind, isItem(item)]).toEqual([item.kind, true]);
        for (const text of [item.title, ...(item.body ? [item.body] : [])]) {
          expect(Object.values(text).filter((words) => words.trim() !== "")).toHaveLength(3);
        }
      }
    });

    it.each([
      ["its own hall", "jiangbin", "https://hall.example", ["notice", "guide", "waiting", "today", "ticker", "qr"]],
      [
        "a hall without that service, which phones cannot reach",
        "linshui",
        "",
        ["notice", "waiting", "today", "ticker"],
      ],
    ] as const)("shows them in %s, and nothing anew once they are taken off", async (...[, name, publicUrl, kinds]) => {
      const env = publicUrl === "" ? {} : { LUNDAO_PUBLIC_URL: publicUrl };
      const shown = await startHub({ demo: true, hall: sampleHall(name), env });
      try {
        const publish = () => publishSampleItems(shown.hub, () => samples);
        await publish();
        const { published } = shown.hub.signage;
        expect(published.map(({ data }) => data.kind)).toEqual(kinds);
        expect(published.every((item) => item.shown !== null)).toBe(true);
        expect(published.find(({ data }) => data.kind === "qr")?.shown?.url).toBe(
          publicUrl === "" ? undefined : "https://hall.example/m/",
        );
        for (const { id } of published) await shown.hub.context.writer.submit(withdrawItem(id));
        await publish();
        await shown.hub.signage.refresh();
        expect(shown.hub.signage.published).toEqual([]);
      } finally {
        await end(shown);
      }
    });
  });
});
