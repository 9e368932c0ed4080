import { describe, expect, it } from "vitest";
import {
  draftOf,
  fieldOf,
  itemBodyOf,
  kindParts,
  newDraft,
  type ItemDraft,
} from "../../../manager-console/content/item-draft.ts";
import { itemKinds } from "../../../shared/domain/vocabulary.ts";
import { anItem } from "./items.ts";

const zone = "Asia/Shanghai";

function aDraft(more: Partial<ItemDraft> = {}): ItemDraft {
  return {
    ...newDraft("notice"),
    title: { zh: "停电通知", "zh-Hant": "", en: "Power cut" },
    body: { zh: "周三停电", "zh-Hant": "", en: "No power" },
    ...more,
  };
}

function bodyOf(draft: ItemDraft) {
  const made = itemBodyOf(draft, zone);
  if ("errors" in made) throw new Error(JSON.stringify(made.errors));
  return made.body;
}

function wrongIn(draft: ItemDraft): readonly string[] {
  const made = itemBodyOf(draft, zone);
  return "errors" in made ? Object.keys(made.errors) : [];
}

describe("an item being written", () => {
  it("asks of each kind only for what the kind shows", () => {
    const filled = {
      body: { zh: "字", "zh-Hant": "", en: "" },
      media: "file",
      url: "https://example.org/",
      service: "social",
    };
    for (const kind of itemKinds) {
      const body = bodyOf(aDraft({ kind, ...filled }));
      const parts = kindParts[kind];
      expect("body" in body).toBe(parts.body !== null);
      expect("media" in body).toBe(parts.media !== null);
      expect("url" in body).toBe(parts.hasUrl);
      expect("service" in body).toBe(parts.hasService);
    }
  });

  it("leaves zh-Hant out where it is empty, so that zh stands in", () => {
    expect(bodyOf(aDraft()).title).toEqual({ zh: "停电通知", en: "Power cut" });
    const both = aDraft({ title: { zh: "停电通知", "zh-Hant": "停電通知", en: "" } });
    expect(bodyOf(both).title).toEqual({ zh: "停电通知", "zh-Hant": "停電通知", en: "" });
  });

  it("names every field in which something is missing", () => {
    expect(wrongIn(newDraft("notice"))).toEqual(["title", "body"]);
    expect(wrongIn({ ...newDraft("image"), title: aDraft().title })).toEqual(["media"]);
    expect(wrongIn({ ...newDraft("qr"), title: aDraft().title, url: "javascript:alert(1)" })).toEqual(["url"]);
    expect(wrongIn(aDraft({ isEverywhere: false }))).toEqual(["targets"]);
  });

  it.each(["2", "3601", "7.5", "", "zehn"])("takes no %s for seconds", (seconds) => {
    expect(wrongIn(aDraft({ seconds }))).toEqual(["seconds"]);
  });

  it("says dates as dates, and with a time as instants of the hall", () => {
    const { schedule } = bodyOf(
      aDraft({ fromDate: "2026-11-25", untilDate: "2026-11-27", untilTime: "12:00", weekdays: ["wed"] }),
    );
    expect(schedule).toEqual({ from: "2026-11-25", until: "2026-11-27T12:00:00.000+08:00", weekdays: ["wed"] });
  });

  it("may begin and end on one day, but not end before it begins", () => {
    expect(wrongIn(aDraft({ fromDate: "2026-11-25", untilDate: "2026-11-25" }))).toEqual([]);
    expect(wrongIn(aDraft({ fromDate: "2026-11-25", untilDate: "2026-11-24" }))).toEqual(["until"]);
    const hours = { fromTime: "10:00", untilTime: "10:00" };
    expect(wrongIn(aDraft({ fromDate: "2026-11-25", untilDate: "2026-11-25", ...hours }))).toEqual(["until"]);
  });

  it("needs a date for a time", () => {
    expect(wrongIn(aDraft({ fromTime: "10:00" }))).toEqual(["from"]);
    expect(wrongIn(aDraft({ untilTime: "10:00" }))).toEqual(["until"]);
  });

  it("takes hours past midnight, but none that are empty or as long as nothing", () => {
    expect(bodyOf(aDraft({ hours: [{ from: "22:00", until: "02:00" }] })).schedule?.hours).toEqual([
      ["22:00", "02:00"],
    ]);
    expect(wrongIn(aDraft({ hours: [{ from: "09:00", until: "" }] }))).toEqual(["hours"]);
    expect(wrongIn(aDraft({ hours: [{ from: "09:00", until: "09:00" }] }))).toEqual(["hours"]);
  });

  it("forgets the places once it is to show everywhere", () => {
    expect(bodyOf(aDraft({ isEverywhere: true, groups: ["东厅"] })).targets).toEqual({});
    expect(bodyOf(aDraft({ isEverywhere: false, groups: ["东厅"] })).targets).toEqual({ groups: ["东厅"] });
  });
});

describe("an item that is there", () => {
  it("comes into the form and out of it as it was", () => {
    const item = anItem({
      title: { zh: "停电通知", "zh-Hant": "停電通知", en: "Power cut" },
      priority: 3,
      seconds: 20,
      schedule: {
        from: "2026-11-25",
        until: "2026-11-27T12:00:00.000+08:00",
        weekdays: ["mon", "wed"],
        hours: [["09:00", "11:30"]],
      },
      targets: { screens: ["s1"], areas: ["east"] },
    });
    const { kind, title, body, seconds, priority, schedule, targets } = item;
    expect(bodyOf(draftOf(item, zone))).toEqual({ kind, title, body, seconds, priority, schedule, targets });
  });
});

describe("a refusal", () => {
  it("stands beside the field that the hub names", () => {
    expect(fieldOf("title.zh")).toBe("title");
    expect(fieldOf("schedule.hours.0")).toBe("hours");
    expect(fieldOf("targets.areas")).toBe("targets");
    expect(fieldOf("kind")).toBe("form");
    expect(fieldOf(undefined)).toBe("form");
  });
});
