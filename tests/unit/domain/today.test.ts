import { describe, expect, it } from "vitest";
import type { SmallHall } from "./small-hall.ts";
import { atCounter, instant, Story } from "./story.ts";

const hours = [
  ["08:30", "12:00"],
  ["13:30", "17:30"],
] as const;
const stop = (service: string, until: string | null = null) =>
  ({ type: "stop-service", service, until: until === null ? null : instant(until), note: "note" }) as const;

describe("a stopped service", () => {
  const hall: SmallHall = { counters: { 1: [["a", "b"]] }, hours };

  it("gives no number and is not called, and goes on in the same order", () => {
    const story = new Story(hall);
    story.issuesAll("a", "anna", "alf");
    story.issues("ben", "b");
    story.does(stop("a"));
    expect(story.ahead("ben")).toBe(0);
    expect(story.ahead("alf")).toBe(1);
    expect(story.callsNext(1)).toBe("ben");
    story.finishes(1);
    expect(story.callsNext(1)).toBeNull();
    expect(story.refusal({ type: "call-next", ...atCounter(1), service: "a", silent: false })).toEqual({
      refused: "service-closed",
      field: "service",
      detail: { nextOpening: instant("08:30", "2026-11-26") },
    });
    story.does({ type: "resume-service", service: "a" });
    expect(story.callsAll(1)).toEqual(["anna", "alf"]);
  });

  it("lets somebody be called by number, for a reason", () => {
    const story = new Story(hall);
    story.issues("anna", "a");
    story.does(stop("a"));
    story.calls(1, "anna");
    expect(story.counter(1).ticket).toBe("anna");
  });

  it("says when it goes on: at its time, at the next opening after it, or tomorrow", () => {
    const issue = { ticket: "x", class: "normal", reason: null, channel: "station", lang: "zh" } as const;
    const ask = (story: Story) =>
      story.refusal({ type: "issue", service: "a", ...issue, matters: 1, personId: null }).detail;
    const story = new Story(hall);
    story.does(stop("a", "10:40"));
    expect(ask(story)).toEqual({ nextOpening: instant("10:40"), until: instant("10:40") });
    story.does(stop("a", "12:30"));
    expect(ask(story)).toEqual({ nextOpening: instant("13:30"), until: instant("13:30") });
    story.does(stop("a"));
    expect(ask(story)).toEqual({ nextOpening: instant("08:30", "2026-11-26") });
  });

  it("is taken up by itself at its time, and with a new day", () => {
    const story = new Story(hall);
    story.does(stop("a", "10:40"));
    story.does(stop("b"));
    expect(story.at("10:39").does({ type: "resume-due" })).toEqual([]);
    expect(story.at("10:40").does({ type: "resume-due" })).toEqual(["service-resumed"]);
    story.at("08:30", "2026-11-26").does({ type: "turn-day", date: "2026-11-26" });
    expect(story.state.today.stopped.size).toBe(0);
  });

  it("is stopped for today at most, since a new day forgets it", () => {
    const story = new Story(hall);
    const until = (time: string, date: string) => ({ ...stop("a"), until: instant(time, date) });
    expect(story.does(until("00:00", "2026-11-26"))).toEqual(["service-stopped"]);
    for (const late of [until("00:01", "2026-11-26"), until("10:00", "2026-12-02")])
      expect(story.refusal(late)).toEqual({ refused: "invalid-request", field: "until" });
  });

  it("cannot be one that there is not, nor stopped until what is over", () => {
    const story = new Story(hall);
    expect(story.refusal(stop("x"))).toEqual({ refused: "not-found", field: "service" });
    expect(story.refusal(stop("a", "08:59"))).toEqual({ refused: "invalid-request", field: "until" });
    expect(story.does({ type: "resume-service", service: "a" })).toEqual([]);
  });
});

describe("a counter's tiers", () => {
  const hall: SmallHall = {
    services: { a: "A", b: "B", m1: "M", m2: "M" },
    counters: { 1: { tiers: [["a"]], presets: { tide: [["b"], ["a"]] } }, 2: [["b"]] },
  };
  const preset = (name: string) => ({ type: "set-tiers", counter: 1, to: { preset: name } }) as const;

  it("change by preset; everything is one that every counter has, and usual what its file says", () => {
    const story = new Story(hall);
    story.does(preset("tide"));
    expect(story.counter(1).tiers).toEqual([["b"], ["a"]]);
    story.does(preset("everything"));
    expect(story.counter(1).tiers).toEqual([["a", "b", "m1", "m2"]]);
    story.does(preset("usual"));
    expect(story.counter(1).tiers).toEqual([["a"]]);
    expect(story.refusal(preset("other"))).toEqual({ refused: "invalid-request", field: "preset" });
  });

  it("are checked like a hall file's: services of one prefix stand in one tier", () => {
    const story = new Story(hall);
    const set = (tiers: string[][]) => ({ type: "set-tiers", counter: 1, to: { tiers } }) as const;
    expect(story.refusal(set([["m1"], ["m2"]]))).toEqual({ refused: "invalid-request", field: "tiers.1" });
    for (const inherited of ["constructor", "toString", "__proto__"])
      expect(story.refusal(preset(inherited))).toEqual({ refused: "invalid-request", field: "preset" });
    expect(story.refusal(set([["a"], ["none"]]))).toEqual({ refused: "invalid-request", field: "tiers.1" });
    story.does(set([["m1", "m2"], ["a"]]));
    expect(story.counter(1).tiers).toEqual([["m1", "m2"], ["a"]]);
  });

  it("are the file's again on a new day", () => {
    const story = new Story(hall);
    story.does(preset("everything"));
    story.at("09:00", "2026-11-26").does({ type: "turn-day", date: "2026-11-26" });
    expect(story.counter(1).tiers).toEqual([["a"]]);
  });
});

describe("a period's end", () => {
  const morning = (periodEnd: "serve-out" | "carry" | "expire"): Story => {
    const story = new Story({ counters: { 1: [["a"]] }, hours, rules: { periodEnd } });
    story.issuesAll("a", "anna", "alf", "ada");
    return story;
  };

  it("serves those who wait, and counts them as overtime", () => {
    const story = morning("serve-out").at("12:00");
    expect(story.does({ type: "end-period" })).toEqual(["period-ended"]);
    expect(story.does({ type: "end-period" })).toEqual([]);
    expect(story.callsAll(1)).toEqual(["anna", "alf", "ada"]);
    expect(story.state.today.overtime).toBe(3);
    story.at("13:30").issues("abe", "a");
    story.callsAll(1);
    expect(story.state.today.overtime).toBe(3);
  });

  it("counts no overtime for a finish that was taken back, and leaves that of others", () => {
    const story = morning("serve-out").at("12:00");
    story.does({ type: "end-period" });
    story.callsNext(1);
    story.finishes(1);
    story.callsNext(1);
    story.finishes(1);
    story.does({ type: "undo", ...atCounter(1) });
    expect(story.state.today.overtime).toBe(1);
    story.finishes(1);
    expect(story.state.today.overtime).toBe(2);
  });

  it("counts one whose end is taken back no longer, and one that ended before it as little as ever", () => {
    const story = morning("serve-out").at("11:59").passes(0, 45);
    story.callsNext(1);
    story.starts(1);
    story.finishes(1);
    story.at("12:00").does({ type: "end-period" });
    const undo = { type: "undo", ...atCounter(1) } as const;
    story.does(undo);
    expect(story.state.today.overtime).toBe(0);
    story.finishes(1);
    expect(story.state.today.overtime).toBe(1);
    story.does(undo);
    expect([story.state.today.overtime, story.ticket("anna").state]).toEqual([0, "serving"]);
  });

  it("carries them to the next period of the day, and serves them after the last", () => {
    const story = morning("carry").at("12:00");
    story.does({ type: "end-period" });
    expect(story.refusal({ type: "call-next", ...atCounter(1), service: null, silent: false })).toEqual({
      refused: "outside-hours",
      detail: { nextOpening: instant("13:30") },
    });
    story.at("13:30");
    expect(story.callsNext(1)).toBe("anna");
    story.finishes(1);
    story.at("17:30").does({ type: "end-period" });
    expect(story.callsNext(1)).toBe("alf");
  });

  it("lets them expire, missed ones too, but not one who is held nor one whose appointment is to come", () => {
    const story = morning("expire");
    story.callsNext(1);
    story.starts(1);
    story.holds(1);
    story.misses(1, "alf");
    story.checksIn("early", "a", "14:00");
    story.at("12:00").does({ type: "end-period" });
    const states = ["anna", "alf", "ada", "early"].map((name) => story.ticket(name).state);
    expect(states).toEqual(["held", "expired", "expired", "waiting"]);
  });

  it("lets nobody back into a line from which all have gone", () => {
    const story = morning("expire").at("11:59:50");
    story.callsNext(1);
    story.passes(0, 20).does({ type: "end-period" });
    expect(story.ticket("alf").state).toBe("expired");
    expect(story.refuses({ type: "undo", ...atCounter(1) })).toBe("nothing-to-undo");
    story.starts(1);
    expect(story.does({ type: "undo", ...atCounter(1) })).toEqual(["step-undone"]);
    expect(story.ticket("anna").state).toBe("called");
  });

  it("is noticed late where the hub slept, once, and not where its day began after it", () => {
    const story = morning("expire").at("15:00");
    expect(story.does({ type: "end-period" })).toContain("period-ended");
    expect(story.ticket("anna").state).toBe("expired");
    story.at("14:00", "2026-11-26").does({ type: "turn-day", date: "2026-11-26" });
    expect(story.does({ type: "end-period" })).toEqual([]);
  });
});

describe("an extended period", () => {
  const extend = (until: string) => ({ type: "extend-hall", until: instant(until) }) as const;
  const hall: SmallHall = { counters: { 1: [["a"]] }, hours, lastTicketMinutes: 15, expireAt: "19:00" };

  it("gives numbers for longer, and what is served past the usual end counts as overtime", () => {
    const story = new Story(hall).at("11:50");
    story.does(extend("12:45"));
    story.at("12:10").issues("anna", "a");
    expect(story.does({ type: "end-period" })).toEqual([]);
    story.callsAll(1);
    expect(story.state.today.overtime).toBe(1);
    expect(story.at("12:45").does({ type: "end-period" })).toEqual(["period-ended"]);
  });

  it("may be one that has just ended, also where people were to wait for the next", () => {
    const story = new Story({ ...hall, rules: { periodEnd: "carry" } });
    story.issues("anna", "a");
    story.at("12:00").does({ type: "end-period" });
    story.at("12:05").does(extend("12:30"));
    expect(story.callsNext(1)).toBe("anna");
  });

  it("ends neither before its time, nor in the next period, nor after the day", () => {
    const story = new Story(hall).at("11:50");
    for (const until of ["11:40", "12:00", "13:31"])
      expect(story.refusal(extend(until))).toEqual({ refused: "invalid-request", field: "until" });
    expect(story.at("17:00").refusal(extend("19:01"))).toEqual({ refused: "invalid-request", field: "until" });
    expect(new Story(hall, "08:00").refusal(extend("09:00"))).toEqual({
      refused: "outside-hours",
      detail: { nextOpening: instant("08:30") },
    });
  });

  it("cannot be one of a day that is closed, and says when the hall opens", () => {
    const next = { refused: "outside-hours", detail: { nextOpening: instant("08:30", "2026-11-26") } };
    const evening = new Story(hall).at("19:00");
    evening.does({ type: "close-day" });
    expect(evening.refusal(extend("19:30"))).toEqual(next);
    const holiday = new Story({ ...hall, calendar: { closed: ["2026-11-25"] } });
    expect(holiday.refusal(extend("12:00"))).toEqual(next);
  });

  it("is as long as ever the next day", () => {
    const story = new Story(hall).at("17:00");
    story.does(extend("18:30"));
    story.at("09:00", "2026-11-26").does({ type: "turn-day", date: "2026-11-26" });
    expect(story.state.today.extensions).toEqual([]);
  });
});
