import { describe, expect, it } from "vitest";
import { EmergencyVoice } from "../../../display/lobby/emergency-voice.ts";
import { callsBeneath } from "../../../display/lobby/lobby-emergency.ts";
import type { Language } from "../../../shared/domain/vocabulary.ts";
import { emergencySentence, templateText } from "../../../shared/text/emergency.ts";
import type { Emergency } from "../../../shared/wire/lobby.ts";

const raisedAt = "2026-11-25T09:00:00.000+08:00";
const start = Date.parse(raisedAt);
const fire: Emergency = {
  id: "e1",
  template: "fire",
  ...templateText("fire"),
  stopsService: true,
  areas: null,
  raisedAt,
  until: "2026-11-25T10:00:00.000+08:00",
};

class Ears {
  readonly heard: string[] = [];
  waits = 0;
  readonly voice = new EmergencyVoice(
    {
      speaks: (language) => this.voices.includes(language),
      speak: (sentence) => {
        this.heard.push(sentence);
        return Promise.resolve(true);
      },
    },
    () => (this.waits += 1),
  );

  constructor(private readonly voices: readonly Language[] = ["zh"]) {}

  /** Looks every second from one second to another after the beginning; answers what was said then. */
  async listens(shown: Emergency | "all-clear" | null, from: number, to: number): Promise<readonly string[]> {
    const before = this.heard.length;
    for (let second = from; second <= to; second += 1) {
      this.voice.look(shown, start + second * 1000, ["zh", "en"]);
      await Promise.resolve();
      await Promise.resolve();
    }
    return this.heard.slice(before);
  }
}

const inChinese = "请注意。请立即离开大厅。请走最近的安全出口,不要乘电梯,听工作人员指挥。".replaceAll(",", "\uFF0C");

describe("the voice of an emergency", () => {
  it("says it at once, every half minute after, and five times at most", async () => {
    const ears = new Ears();
    expect(await ears.listens(fire, 0, 29)).toEqual([inChinese]);
    expect(await ears.listens(fire, 30, 59)).toHaveLength(1);
    expect(await ears.listens(fire, 60, 3_000)).toHaveLength(3);
    expect(ears.waits).toBe(5);
  });

  it("says it in every language of the hall that it has a voice for", async () => {
    const ears = new Ears(["zh", "en"]);
    expect(await ears.listens(fire, 0, 5)).toEqual([inChinese, emergencySentence(fire, "en")]);
    expect(emergencySentence(fire, "en")).toBe(
      "Attention please. Leave the building now. Use the nearest exit, not the lifts. Follow the staff.",
    );
    expect(await new Ears([]).listens(fire, 0, 5)).toEqual([]);
  });

  it("says the all-clear once, and only where there was something before", async () => {
    const ears = new Ears();
    await ears.listens(fire, 0, 5);
    expect(await ears.listens("all-clear", 6, 20)).toEqual(["警报已解除。可以继续办理了\uFF0C谢谢配合。"]);
    expect(await new Ears().listens("all-clear", 6, 20)).toEqual([]);
  });

  it("begins anew with another emergency, and is silent with none", async () => {
    const ears = new Ears();
    await ears.listens(fire, 0, 70);
    expect(await ears.listens(null, 71, 200)).toEqual([]);
    const next = { ...fire, id: "e2", raisedAt: "2026-11-25T09:05:00.000+08:00" };
    expect(await ears.listens(next, 300, 329)).toHaveLength(1);
  });
});

describe("the calls beneath an emergency", () => {
  const counter = { counter: 3, label: { zh: "3号窗口", en: "Counter 3" }, area: "main" };
  const call = (number: string, second: number) => ({
    type: "called" as const,
    ...counter,
    number,
    service: "a",
    lang: "zh",
    times: 1,
    at: new Date(start + second * 1000).toISOString(),
    seq: 1,
  });

  it("are those since a minute before it, newest first, as many as can be read, while somebody is wanted", () => {
    const calls = [9, 8, 7, 6, 5, 4, 3].map((second) => call(`A00${String(second)}`, second));
    const early = [call("A002", -60), call("A001", -61)];
    const numbers = (all: typeof calls) => callsBeneath(fire, all, { counters: [] }).map(({ number }) => number);
    expect(numbers(calls)).toEqual(["A009", "A008", "A007", "A006", "A005", "A004"]);
    expect(numbers(early)).toEqual(["A002"]);
    const busy = [{ ...counter, state: "open" as const, returnAt: null, number: "A009", services: [] }];
    expect(callsBeneath(fire, calls, { counters: busy }).map(({ number }) => number)).toEqual(["A009"]);
  });
});
