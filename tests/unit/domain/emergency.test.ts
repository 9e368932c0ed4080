import { describe, expect, it } from "vitest";
import { checkHall } from "../../../server/domain/check-hall.ts";
import { initialState } from "../../../server/domain/state.ts";
import { readSnapshot, writeSnapshot } from "../../../server/domain/snapshot.ts";
import { decide } from "../../../server/domain/decide.ts";
import type { EmergencyCommand } from "../../../server/domain/commands.ts";
import { emergencyTemplates, isMeantFor } from "../../../shared/domain/emergency.ts";
import { templateText } from "../../../shared/text/emergency.ts";
import { canonical, folded } from "./canonical.ts";
import { smallHall } from "./small-hall.ts";
import { Story } from "./story.ts";

const hall = { counters: { 1: [["a"]] } };

type Raise = EmergencyCommand & { readonly type: "raise-emergency" };

const end = { type: "end-emergency" } as const;
const raise = (more: Partial<Raise> = {}): Raise => ({
  type: "raise-emergency",
  by: "user:anna",
  emergency: "e1",
  template: "fire",
  note: null,
  areas: null,
  minutes: 30,
  ...more,
});
const lapse = { type: "lapse-emergency" } as const;
const shownIn = ({ state }: Story) => state.emergency?.id ?? null;

describe("an emergency", () => {
  it("is raised until its minutes are over, and then ends by itself, once", () => {
    const story = new Story(hall);
    story.does(raise());
    expect(story.passes(29, 59).does(lapse)).toEqual([]);
    expect(shownIn(story)).toBe("e1");
    expect(story.passes(0, 1).does(lapse)).toEqual(["emergency-ended"]);
    expect([shownIn(story), story.does(lapse)]).toEqual([null, []]);
  });

  it("is ended by anybody who may, and not twice", () => {
    const story = new Story(hall);
    story.does(raise());
    expect(story.does(end)).toEqual(["emergency-ended"]);
    expect(story.does(end)).toEqual([]);
    expect(shownIn(story)).toBeNull();
  });

  it("takes the place of the one before, whatever areas either is for", () => {
    const story = new Story(hall);
    story.does(raise({ areas: ["hall"] }));
    story.passes(10).does(raise({ emergency: "e2", template: "system", minutes: 5 }));
    expect(story.state.emergency).toMatchObject({ id: "e2", template: "system", areas: null });
    expect(story.passes(5).does(lapse)).toEqual(["emergency-ended"]);
    expect(shownIn(story)).toBeNull();
  });

  it("is refused where nothing is said, or nobody knows of what or for whom", () => {
    const story = new Story(hall);
    const refusal = (more: Partial<Raise>) => {
      const { refused, field } = story.refusal(raise(more));
      return [refused, field];
    };
    expect(refusal({ template: null })).toEqual(["invalid-request", "template"]);
    expect(refusal({ template: "flood" })).toEqual(["invalid-request", "template"]);
    expect(refusal({ template: "constructor" })).toEqual(["invalid-request", "template"]);
    expect(refusal({ areas: ["hall", "attic"] })).toEqual(["invalid-request", "areas.1"]);
    expect(refusal({ areas: [] })).toEqual(["invalid-request", "areas"]);
    expect(shownIn(story)).toBeNull();
    expect(decide(initialState(), raise(), 0)).toMatchObject({ refused: "not-found" });
  });

  it("may have words of its own, with a template or without", () => {
    const story = new Story(hall);
    story.does(raise({ template: null, note: "n1" }));
    story.does(raise({ emergency: "e2", note: "n2" }));
    expect(story.state.emergency).toMatchObject({ template: "fire", note: "n2" });
  });

  it("may be one of the hall's own", () => {
    const story = new Story(hall);
    const file = story.state.hall?.file;
    if (!file) throw new Error("no hall");
    const words = { zh: "水管爆裂", en: "Burst pipe" };
    story.does({ type: "load-hall", hall: { ...file, emergencies: { flood: { title: words, text: words } } } });
    story.does(raise({ template: "flood" }));
    expect(shownIn(story)).toBe("e1");
  });

  it("lasts over the day's close and a snapshot, and is the same folded from the journal", () => {
    const story = new Story(hall);
    story.does(raise({ note: "n1", areas: ["hall"], minutes: 1440 }));
    expect(canonical(folded(story.journal), story.now)).toEqual(canonical(story.state, story.now));
    story.at("18:00").does({ type: "close-day" });
    const read = readSnapshot(writeSnapshot(story.state));
    expect(canonical(read, story.now)).toEqual(canonical(story.state, story.now));
    expect(read.emergency).toEqual(story.state.emergency);
    story.at("08:00", "2026-11-26").does({ type: "turn-day", date: "2026-11-26" });
    expect(shownIn(story)).toBe("e1");
  });

  it("is absent from snapshots of hubs that knew of none", () => {
    const story = new Story(hall);
    story.does({ type: "close-day" });
    const { emergency: _, ...older } = JSON.parse(writeSnapshot(story.state)) as Record<string, unknown>;
    expect(readSnapshot(JSON.stringify(older)).emergency).toBeNull();
  });

  it("lasts as long as it was still to last where the clock is set back", () => {
    const story = new Story(hall, "15:00");
    story.does(raise());
    const machine = story.passes(10).now - 5 * 60 * 60_000;
    story.does({ type: "confirm-clock", machine, date: "2026-11-25", given: {}, paper: {} });
    const left = (story.state.emergency?.until ?? 0) - story.state.at;
    // Ten minutes went by without an event.
    expect(left).toBe(30 * 60_000);
    expect(story.state.emergency?.raisedAt).toBe(machine);
  });
});

describe("numbers in an emergency", () => {
  const takes = (story: Story, more: object) =>
    story.refusal({
      type: "issue",
      ticket: "t",
      service: "a",
      class: "normal",
      reason: null,
      channel: "station",
      lang: "zh",
      matters: 1,
      personId: null,
      ...more,
    }).refused;

  it("are not given to residents who are to leave; the desk still gives them", () => {
    const story = new Story(hall);
    story.does(raise());
    expect(takes(story, { by: "device:station" })).toBe("emergency");
    story.issues("Wang", "a", { by: "user:guide", channel: "desk" });
    story.does(end);
    story.issues("Li", "a", { by: "device:station" });
  });

  it("are given in any other, and in one that is for a part of the hall alone", () => {
    const story = new Story(hall);
    story.does(raise({ template: "medical" }));
    story.issues("Wang", "a", { by: "device:station" });
    story.does(raise({ emergency: "e2", areas: ["hall"] }));
    story.issues("Li", "a", { by: "device:station" });
    story.does(raise({ emergency: "e3", template: null, note: "n" }));
    story.issues("Zhao", "a", { by: "device:station" });
  });
});

describe("whom an emergency is for", () => {
  it("is everybody, or the devices of its areas and those that stand in none", () => {
    expect([isMeantFor(null, "east"), isMeantFor(null, null)]).toEqual([true, true]);
    expect([isMeantFor(["east"], "east"), isMeantFor(["east"], "west"), isMeantFor(["east"], null)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe("a hall file's templates", () => {
  const checked = (title: string, text: string) => {
    const flood = { title: { zh: title, en: "Flood" }, text: { zh: text, en: "Use the west stairs" } };
    return checkHall({ ...smallHall(hall), emergencies: { flood } });
  };

  it("must have words, and are warned of where they are too many to be read", () => {
    expect(checked("水管爆裂", "请走西侧楼梯")).toMatchObject({ faults: [], warnings: [] });
    expect(checked(" ", "请走西侧楼梯").faults.map(({ field }) => field)).toEqual(["/emergencies/flood/title/zh"]);
    expect(checked("水管爆裂", "").faults.map(({ field }) => field)).toEqual(["/emergencies/flood/text/zh"]);
    expect(checked("水管爆裂", "走".repeat(41)).warnings.map(({ field }) => field)).toEqual([
      "/emergencies/flood/text",
    ]);
  });
});

describe("the templates that every hall has", () => {
  it("differ from each other and from what is said of an unknown one, in every language", () => {
    const ids = [...Object.keys(emergencyTemplates), "none of them"];
    for (const language of ["zh", "en", "zh-Hant"] as const)
      expect(new Set(ids.map((id) => templateText(id).title[language])).size).toBe(ids.length);
    expect(templateText(null)).toEqual(templateText("toString"));
  });
});
