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
  hushed = 0;
  /** Ends what is being said. */
  end: (() => void) | null = null;
  readonly voice = new EmergencyVoice(
    {
      prepare: () => undefined,
      speak: ({ sentence }) => {
        this.heard.push(sentence);
        if (!this.isSlow) return Promise.resolve(true);
        return new Promise((resolve) => {
          this.end = () => {
            resolve(true);
          };
        });
      },
      hush: () => {
        this.hushed += 1;
        this.end?.();
      },
    },
    () => (this.waits += 1),
  );

  /** @param isSlow what it says goes on until it is ended. */
  constructor(
    private readonly languages: readonly Language[] = ["zh"],
    private readonly isSlow = false,
  ) {}

  /** Looks every second from one second to another after the beginning; answers what was said then. */
  async listens(shown: Emergency | "all-clear" | null, from: number, to: number): Promise<readonly string[]> {
    const before = this.heard.length;
    for (let second = from; second <= to; second += 1) {
      this.voice.look(shown, start + second * 1000, this.languages);
      await turns();
    }
    return this.heard.slice(before);
  }
}

/** Lets what is being said get from one sentence to the next. */
async function turns(): Promise<void> {
  for (let left = 4; left > 0; left -= 1) await Promise.resolve();
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

  it("says it in every language of the hall", async () => {
    const ears = new Ears(["zh", "en"]);
    expect(await ears.listens(fire, 0, 5)).toEqual([inChinese, emergencySentence(fire, "en")]);
    expect(emergencySentence(fire, "en")).toBe(
      "Attention please. Leave the building now. Use the nearest exit, not the lifts. Follow the staff.",
    );
  });

  it("does not begin again in the midst of long words, and goes on at the moment after", async () => {
    const ears = new Ears(["zh"], true);
    expect(await ears.listens(fire, 0, 40)).toHaveLength(1);
    ears.end?.();
    await turns();
    expect(await ears.listens(fire, 41, 59)).toEqual([]);
    expect(await ears.listens(fire, 60, 60)).toHaveLength(1);
  });

  it("breaks off what is over or has another in its place, and cuts into a call", async () => {
    const ears = new Ears(["zh", "en"], true);
    await ears.listens(fire, 0, 5);
    expect(ears.hushed).toBe(1);
    const next = { ...fire, ...templateText("medical"), id: "e2" };
    expect(await ears.listens(next, 6, 10)).toEqual([emergencySentence(next, "zh")]);
    expect(await ears.listens("all-clear", 11, 12)).toHaveLength(1);
    const before = ears.hushed;
    expect(await ears.listens(null, 13, 20)).toEqual([]);
    expect(ears.hushed).toBe(before + 1);
  });

  it("tells when it is to be said again, by the clock that all screens share", () => {
    const { voice } = new Ears();
    expect(voice.look(fire, start, ["zh"])).toBe(30_000);
    expect(voice.look(fire, start + 29_400, ["zh"])).toBe(600);
    expect(voice.look(fire, start + 120_000, ["zh"])).toBeNull();
    expect(voice.look("all-clear", start + 130_000, ["zh"])).toBeNull();
    expect(voice.look(null, start + 160_000, ["zh"])).toBeNull();
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

describe("the words of an emergency", () => {
  const said = (title: string, text: string, language: Language) =>
    emergencySentence({ title: { zh: title, en: title }, text: { zh: text, en: text } }, language);

  it("are said to the end of a clause where they are long, and that the rest is on the screens", () => {
    const clause = "请从东门离开大厅到广场集合";
    expect(said("停电", `${clause},`.repeat(20), "zh")).toBe(
      `请注意。停电。${Array(5).fill(clause).join("\uFF0C")}。全文请看大屏幕。`,
    );
    expect(said("停电", "火".repeat(300), "zh")).toHaveLength("请注意。停电。。全文请看大屏幕。".length + 80);
    expect(said("Power cut", "Leave by the east door. ".repeat(20), "en")).toMatch(
      /door\. Read it all on the large screens\.$/,
    );
    expect(said("Power cut", "Leave by the east door", "en")).toBe(
      "Attention please. Power cut. Leave by the east door.",
    );
  });

  it("are not read by an English voice where they were written in Chinese alone", () => {
    expect(said("Power cut", "浙A12345请挪车", "en")).toBe("Attention please. Power cut. Please follow the staff.");
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
