import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Signage } from "../../../server/signage/signage.ts";
import type { Reads } from "../../../server/commands/ports.ts";
import { newVersion, type VersionedItem } from "../../../server/domain/item.ts";
import { hallFrom } from "../../../server/domain/hall.ts";
import { smallHall } from "../domain/small-hall.ts";

const NOW = 1_000_000;

function published(id: string, more: object): VersionedItem {
  const data = {
    kind: "clock",
    title: { zh: id, en: id },
    body: null,
    media: null,
    url: null,
    service: null,
    seconds: 15,
    priority: 0,
    schedule: {},
    targets: {},
    ...more,
  } as const;
  return {
    item: { id, state: "published", version: 1, publishedVersion: 1, createdAt: NOW, changedAt: NOW },
    version: newVersion({ item: id, version: 1, data, author: "li" }, NOW),
  };
}

describe("what screens show, where something cannot be read", () => {
  let rows: VersionedItem[];
  let isBroken: boolean;
  let told: string[];
  let failures: number;
  let signage: Signage;

  const broken = (): never => {
    throw new Error("the disk says no");
  };

  beforeEach(() => {
    rows = [];
    isBroken = false;
    told = [];
    failures = 0;
    const hall = hallFrom(smallHall({ counters: { 1: [["a"]] } }));
    const store: Pick<Reads, "items" | "screens" | "media"> = {
      items: {
        find: broken,
        list: broken,
        version: broken,
        versions: broken,
        published: () => (isBroken ? broken() : rows),
      },
      screens: { all: () => [], find: () => null },
      media: { find: broken, bySha256: broken, list: broken, unnamedBefore: broken },
    };
    signage = new Signage({
      store,
      hall: () => hall,
      devices: () => [],
      isConnected: () => true,
      feeds: { of: () => null, follow: () => undefined, onChange: () => undefined },
      isEmergency: () => false,
      pass: (topic, { type }) => void told.push(`${topic} ${type}`),
      now: () => NOW,
      iso: String,
      onFailure: () => (failures += 1),
    });
  });

  afterEach(() => {
    signage.stop();
  });

  const shown = (): string[] => signage.content("wall").items.map(({ id }) => id);

  it("goes on without the one item that is broken, and says so", async () => {
    rows = [published("first", {}), published("broken", { kind: "image", media: "gone" }), published("last", {})];
    await signage.refresh();
    expect([shown(), failures]).toEqual([["first", "last"], 1]);
  });

  it("stays as it was where nothing can be read, and catches up once it can", async () => {
    rows = [published("first", {})];
    await signage.refresh();
    expect(shown()).toEqual(["first"]);
    const { version } = signage;
    isBroken = true;
    rows = [published("second", {})];
    await signage.refresh();
    expect([shown(), signage.version, failures]).toEqual([["first"], version, 1]);
    isBroken = false;
    told = [];
    await signage.refresh();
    expect([shown(), told]).toEqual([["second"], ["screen/wall content", "lobby content"]]);
  });
});
