import { describe, expect, it } from "vitest";
import { CounterLine } from "../../../display/counter/counter-line.ts";
import { counterPicture } from "../../../display/counter/counter-picture.ts";
import { counterSizes } from "../../../display/counter/counter-sizes.ts";
import { counterWords } from "../../../display/counter/counter-words.ts";
import { labelLines } from "../../../display/label-parts.ts";
import type { Watcher } from "../../../shared/ui/hub.ts";
import type { CounterSnapshot } from "../../../shared/wire/live.ts";
import { at, hallNow, lobbyCounter, nine } from "./calls.ts";

const name = { zh: "社保窗口", en: "Social security" };
const idle: CounterSnapshot = { counter: lobbyCounter(3, { services: ["card", "pension"] }), name, inHand: null };
const inHand = { number: "A012", state: "called", service: "pension", calledAt: nine, calls: 1 } as const;
const called: CounterSnapshot = { ...idle, inHand };
const moment = { now: Date.parse(nine), calledAt: Date.parse(nine), autoStart: false };

function says(told: CounterSnapshot, more: Partial<typeof moment> = {}) {
  return counterWords(counterPicture(told, { ...moment, ...more }), hallNow(), { language: "zh", now: nine });
}

describe("a counter's screen", () => {
  it("asks the called number to come", () => {
    expect(says(called)).toEqual({ lead: "请", big: "A012", line: "到本窗口", hurry: "", list: [] });
  });

  it("asks again to hurry", () => {
    expect(says({ ...called, inHand: { ...inHand, calls: 2 } }).hurry).toBe("尽快");
  });

  it("says that it serves", () => {
    expect(says({ ...called, inHand: { ...inHand, state: "serving" } })).toMatchObject({
      lead: "",
      big: "A012",
      line: "正在办理",
    });
  });

  it("gives time to walk where the call itself starts service", () => {
    const serving: CounterSnapshot = { ...called, inHand: { ...inHand, state: "serving" } };
    const kind = (seconds: number) =>
      counterPicture(serving, { ...moment, autoStart: true, now: Date.parse(at(seconds)) }).kind;
    expect([kind(0), kind(39), kind(41)]).toEqual(["called", "called", "serving"]);
  });

  it("pulses for ten seconds after a call", () => {
    const isFresh = (seconds: number) => counterPicture(called, { ...moment, now: Date.parse(at(seconds)) });
    expect(isFresh(9)).toMatchObject({ isFresh: true });
    expect(isFresh(10)).toMatchObject({ isFresh: false });
  });

  it("tells what is done here while nobody is called", () => {
    expect(says(idle)).toEqual({ lead: "", big: "", line: "本窗口办理", hurry: "", list: ["养老待遇", "社保卡"] });
  });

  it("tells until when it pauses, and that it is closed", () => {
    const paused = (returnAt: string | null): CounterSnapshot => ({
      ...idle,
      counter: lobbyCounter(3, { state: "paused", returnAt }),
    });
    expect(says(paused(at(16_200)))).toMatchObject({ big: "暂停办理", line: "13:30恢复" });
    expect(says(paused(null))).toMatchObject({ big: "暂停办理", line: "" });
    expect(says({ ...idle, counter: lobbyCounter(3, { state: "closed" }) })).toMatchObject({
      big: "未开放",
      line: "",
    });
  });

  it("still shows whom it serves when it pauses after this one", () => {
    const paused: CounterSnapshot = { ...called, counter: lobbyCounter(3, { state: "paused" }) };
    expect(says(paused).big).toBe("A012");
  });
});

describe("what a counter's screen hears", () => {
  function line() {
    const watchers = new Map<string, Watcher>();
    const reloads: string[] = [];
    const screen = {
      hub: {
        watch: (topic: string, watcher: Watcher) => {
          watchers.set(topic, watcher);
          return () => watchers.delete(topic);
        },
      },
      reloadHall: () => reloads.push("hall"),
    };
    const counter = new CounterLine(screen, 3);
    return { counter, reloads, hears: (topic: string) => watchers.get(topic) };
  }

  it("counts a recall as a call of now", () => {
    const { counter, hears } = line();
    hears("counter/3")?.snapshot(called, 1);
    expect(counter.calledAt).toBe(Date.parse(nine));
    const recalled = { ...called, inHand: { ...inHand, calls: 2 } };
    hears("counter/3")?.event?.({ type: "counter", at: at(30), ...recalled }, 2);
    expect(counter.calledAt).toBe(Date.parse(at(30)));
    hears("counter/3")?.event?.(
      { type: "counter", at: at(40), ...recalled, inHand: { ...recalled.inHand, state: "serving" } },
      3,
    );
    expect(counter.calledAt).toBe(Date.parse(at(30)));
  });

  it("forgets the call with its ticket", () => {
    const { counter, hears } = line();
    hears("counter/3")?.snapshot(called, 1);
    hears("counter/3")?.event?.({ type: "counter", at: at(5), ...idle }, 2);
    expect(counter.calledAt).toBeNull();
    expect(counter.told?.inHand).toBeNull();
  });

  it("lets reports about other screens pass", () => {
    const { counter, hears } = line();
    hears("counter/3")?.snapshot(called, 1);
    hears("counter/3")?.event?.({ type: "shown", at: at(1), number: "A012", screens: 2 }, undefined);
    expect(counter.told).toEqual(called);
  });

  it("knows that there is no such counter", () => {
    const { counter, hears } = line();
    hears("counter/3")?.refused?.("not-found");
    expect(counter.isUnknown).toBe(true);
  });

  it("asks anew how its counter stands when the hall has another file, and loads that", () => {
    const { counter, reloads, hears } = line();
    hears("counter/3")?.snapshot(called, 1);
    const before = hears("counter/3");
    hears("lobby")?.event?.({ type: "hall", at: nine }, 5);
    expect(reloads).toEqual(["hall"]);
    expect(hears("counter/3")).not.toBe(before);
    const renamed = { ...idle, counter: lobbyCounter(3, { label: { zh: "东厅3号", en: "East 3" } }) };
    hears("counter/3")?.snapshot(renamed, 5);
    expect(counter.told?.counter.label.zh).toBe("东厅3号");
  });
});

describe("sizes of a counter's screen", () => {
  /** Every character an em, every letter and digit three fifths. */
  const measure = (text: string) => [...text].reduce((sum, sign) => sum + (sign > "\u2e00" ? 1 : 0.6), 0);

  it.each([
    [1280, 400],
    [1920, 1080],
    [800, 480],
    [1080, 1920],
  ])("fill %i × %i and leave nothing outside", (width, height) => {
    for (const label of ["3号窗口", "A区03号窗口", "Counter 12", "咨询台"]) {
      for (const told of [called, idle, { ...idle, counter: lobbyCounter(3, { state: "paused", returnAt: nine }) }]) {
        const words = says(told);
        const sizes = counterSizes(
          { width, height },
          { label: labelLines(label), words, hasFoot: true, isDemo: true, measure },
        );
        const room = {
          width: width - (sizes.isTall ? 0 : sizes.labelWidth) - 2 * sizes.pad,
          height: height - sizes.footHeight - sizes.demoHeight,
        };
        const box = sizes.isTall ? room.height - sizes.labelHeight : room.height;
        const isLeadAbove = sizes.isLeadAbove && words.lead !== "";
        const lines = [words.big, words.line, isLeadAbove ? words.lead : ""].filter(Boolean).length;
        const lead = isLeadAbove ? 0 : measure(words.lead) * sizes.line;
        const stated =
          words.list.length > 0
            ? (Math.min(sizes.listed, words.list.length) + 1) * 1.3 * sizes.line
            : 1.16 * (sizes.big + (lines - 1) * sizes.line);
        expect(stated).toBeLessThanOrEqual(box);
        expect(measure(words.big) * sizes.big + lead).toBeLessThanOrEqual(room.width);
        expect(measure(words.line) * sizes.line).toBeLessThanOrEqual(room.width);
        expect(measure(labelLines(label).large) * sizes.key).toBeLessThanOrEqual(sizes.labelWidth);
        expect(sizes.key).toBeGreaterThan(Math.min(0.2 * height, 0.13 * width));
        if (told === called) expect(sizes.big).toBeGreaterThan(1.2 * sizes.key);
      }
    }
  });
});
