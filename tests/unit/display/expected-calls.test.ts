import { expect, it } from "vitest";
import { expectedCalls } from "../../../display/lobby/expected-calls.ts";
import { hallNow, lobbyCounter } from "./calls.ts";

it("expects those who are to get ready at the open counters of their services, in each language of the hall", () => {
  const counters = [
    lobbyCounter(1),
    lobbyCounter(2, { services: ["claims"] }),
    lobbyCounter(3, { state: "paused" }),
    lobbyCounter(4, { services: ["other"] }),
  ];
  const expected = expectedCalls(hallNow(), { ready: ["S012", "X001"], counters });
  expect(expected.map(({ call, language }) => `${call.number} ${String(call.counter)} ${language}`)).toEqual([
    "S012 1 zh",
    "S012 1 en",
    "S012 2 zh",
    "S012 2 en",
  ]);
});
