import { describe, expect, it } from "vitest";
import { canonical, folded } from "./canonical.ts";
import { instant, Story } from "./story.ts";

describe("an appointment that is given another class", () => {
  const courtesy = { class: "courtesy", reason: "elderly" } as const;
  const at = (time: string): Story => {
    const story = new Story({ counters: { 1: [["b"]] } }, time);
    story.checksIn("appointed", "b", "10:00");
    return story;
  };

  it("stands there by its check-in, before those who came after it", () => {
    const story = at("09:35");
    story.does({ type: "reclassify", ticket: "appointed", ...courtesy, note: null });
    story.at("09:36").issues("later", "b", courtesy);
    story.at("09:37");
    expect([story.ahead("appointed"), story.ahead("later")]).toEqual([0, 1]);
    expect(story.callsNext(1)).toBe("appointed");
    expect(canonical(folded(story.journal), story.now)).toEqual(canonical(story.state, story.now));
  });

  it("has its slot back where that was a mistake", () => {
    const story = at("09:35");
    const before = { ...story.ticket("appointed") };
    story.reclassifies("appointed", "normal");
    expect(story.ticket("appointed").position).not.toEqual(before.position);
    story.reclassifies("appointed", "appointment");
    expect(story.ticket("appointed")).toMatchObject({
      class: "appointment",
      position: before.position,
      dueAt: instant("10:00"),
    });
    expect(story.ahead("appointed")).toBeNull();
  });

  it("keeps the place that it was put at since", () => {
    const story = at("10:05");
    story.misses(1, "appointed");
    story.requeues("appointed");
    const { position } = story.ticket("appointed");
    story.reclassifies("appointed", "normal");
    expect(story.ticket("appointed").position).toEqual(position);
  });

  it("is nobody's who has no slot", () => {
    const story = at("09:35");
    story.issues("walk-in", "b");
    const asked = { type: "reclassify", ticket: "walk-in", class: "appointment", reason: null, note: null } as const;
    expect(story.refusal(asked)).toEqual({ refused: "invalid-request", field: "class" });
  });
});
