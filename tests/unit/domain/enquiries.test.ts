import { describe, expect, it } from "vitest";
import { readSnapshot, writeSnapshot } from "../../../server/domain/snapshot.ts";
import { canonical, folded } from "./canonical.ts";
import { Story } from "./story.ts";

const hall = { counters: { 1: [["a"]] } };
const answers = (by: "user:anna" | "user:ben") => ({ type: "answer-enquiry", by }) as const;
const takesBack = (by: "user:anna" | "user:ben") => ({ type: "take-back-enquiry", by }) as const;
const counted = ({ state }: Story) => [...state.enquiries.days];

describe("the tally of plain enquiries", () => {
  it("counts every question answered, by day", () => {
    const story = new Story(hall);
    story.does(answers("user:anna"));
    story.does(answers("user:ben"));
    story.does(answers("user:anna"));
    story.at("09:00", "2026-11-26").does({ type: "turn-day", date: "2026-11-26" });
    story.does(answers("user:anna"));
    expect(counted(story)).toEqual([
      ["2026-11-25", 3],
      ["2026-11-26", 1],
    ]);
  });

  it("takes one's own last one back, one after the other, and nobody else's", () => {
    const story = new Story(hall);
    story.does(answers("user:anna"));
    story.does(answers("user:anna"));
    story.does(answers("user:ben"));
    story.does(takesBack("user:anna"));
    story.does(takesBack("user:anna"));
    expect(story.refuses(takesBack("user:anna"))).toBe("nothing-to-undo");
    expect(counted(story)).toEqual([["2026-11-25", 1]]);
    story.does(takesBack("user:ben"));
    expect(counted(story)).toEqual([]);
  });

  it("takes nothing back once the hall's seconds for it are over, on another day, or where the hall has none", () => {
    const story = new Story(hall);
    story.does(answers("user:anna"));
    story.passes(0, 30).does(takesBack("user:anna"));
    story.does(answers("user:anna"));
    expect(story.passes(0, 31).refuses(takesBack("user:anna"))).toBe("nothing-to-undo");
    story.does(answers("user:anna"));
    story.does({ type: "turn-day", date: "2026-11-26" });
    expect(story.refuses(takesBack("user:anna"))).toBe("nothing-to-undo");
    const strict = new Story({ ...hall, rules: { undoSeconds: 0 } });
    strict.does(answers("user:anna"));
    expect(strict.refuses(takesBack("user:anna"))).toBe("nothing-to-undo");
  });

  it("is the same folded from the journal, and kept over a day's close", () => {
    const story = new Story(hall);
    story.does(answers("user:anna"));
    story.does(answers("user:ben"));
    story.does(takesBack("user:ben"));
    expect(canonical(folded(story.journal), story.now)).toEqual(canonical(story.state, story.now));
    story.does({ type: "close-day" });
    expect([...readSnapshot(writeSnapshot(story.state)).enquiries.days]).toEqual([["2026-11-25", 1]]);
  });

  it("begins at nothing where a snapshot knows of none", () => {
    const story = new Story(hall);
    story.does({ type: "close-day" });
    const { enquiries: _, ...before } = JSON.parse(writeSnapshot(story.state)) as Record<string, unknown>;
    expect(readSnapshot(JSON.stringify(before)).enquiries.days.size).toBe(0);
  });

  it("keeps two years of days", () => {
    const story = new Story(hall);
    for (let day = 0; day < 735; day += 1) {
      const date = new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10);
      story.at("09:00", date).does({ type: "turn-day", date });
      story.does(answers("user:anna"));
    }
    expect(story.state.enquiries.days.size).toBe(732);
    expect(counted(story)[0]?.[0]).toBe("2027-01-04");
  });
});
