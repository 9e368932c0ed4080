import { describe, expect, it } from "vitest";
import { lobbyWords } from "../../../shared/text/lobby.ts";
import { bookingWords } from "../../../shared/text/phone-booking.ts";
import { entranceWords, ticketActionWords, ticketWords } from "../../../shared/text/phone.ts";
import { refusals } from "../../../shared/text/refusal-words.ts";
import { slipWords } from "../../../shared/text/slip.ts";
import { counterStates, residentStates } from "../../../shared/text/states.ts";
import { stationWords } from "../../../shared/text/station.ts";
import { say } from "../../../shared/text/text.ts";

const all = [
  bookingWords,
  counterStates,
  entranceWords,
  lobbyWords,
  refusals,
  residentStates,
  slipWords,
  stationWords,
  ticketActionWords,
  ticketWords,
];

/** What is said in one language, wherever in the words it stands. */
function saidIn(language: "zh-Hant" | "en", words: unknown): string[] {
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    name === language && typeof value === "string" ? [value] : saidIn(language, value),
  );
}

describe("one thing has one word", () => {
  it("on a Traditional page, where a screen is a 螢幕", () => {
    expect(saidIn("zh-Hant", all).filter((said) => /屏幕|熒幕/.test(said))).toEqual([]);
  });

  it("in English, where what is stopped is back at a time", () => {
    expect(saidIn("en", all).filter((said) => /back \{/i.test(said))).toEqual([]);
    expect(say(lobbyWords.resumesAt, "en", { at: "10:40" })).toBe("Back at 10:40");
  });
});
