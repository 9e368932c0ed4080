import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SpeechQueue, type CallToSound } from "../../../display/sound/speech-queue.ts";
import type { Language } from "../../../shared/domain/vocabulary.ts";
import { languagesToSpeak, type VoicePlan } from "../../../shared/domain/voice-plan.ts";

const plan: VoicePlan = { languages: ["zh"], repeat: 1, yao: true, onlyTicketLanguage: false };
const chimeMillis = 1_000;
const sayingMillis = 2_000;

function call(number: string, counter: number, more: Partial<CallToSound> = {}): CallToSound {
  const label = { zh: `${String(counter)}号窗口`, en: `Counter ${String(counter)}` };
  return { seq: counter, number, counter, label, times: 1, lang: "zh", at: new Date().toISOString(), ...more };
}

/** A queue whose sounds take a second for the chime and two for each saying, and are written down as they begin. */
function queue(options: { plan?: Partial<VoicePlan>; voices?: readonly Language[]; isHeard?: boolean } = {}) {
  const heard: string[] = [];
  const wait = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));
  const voices = options.voices ?? ["zh", "en"];
  const made = new SpeechQueue({
    sounds: {
      chime: async (kind) => {
        heard.push(kind);
        await wait(chimeMillis);
      },
      speaks: (language) => voices.includes(language),
      speak: async ({ sentence }, begun) => {
        if (options.isHeard === false) return false;
        heard.push(sentence);
        begun();
        await wait(sayingMillis);
        return true;
      },
    },
    plan: () => ({ ...plan, ...options.plan }),
    now: () => Date.now(),
    turned: (turn) => heard.push(turn.length > 0 ? `turn of ${turn.map(({ number }) => number).join()}` : "silence"),
    spoken: ({ number }) => heard.push(`spoken ${number}`),
  });
  return { queue: made, heard };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the sound of calls", () => {
  it("chimes, then speaks", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("A012", 3));
    await vi.advanceTimersByTimeAsync(chimeMillis - 1);
    expect(heard).toEqual(["turn of A012", "call"]);
    await vi.runAllTimersAsync();
    expect(heard).toEqual(["turn of A012", "call", "请A零幺二号，到三号窗口。", "spoken A012", "silence"]);
  });

  it("says nothing more of a call that was taken back: not after the chime, not another time, not later", async () => {
    const { queue: sounds, heard } = queue({ plan: { repeat: 2, languages: ["zh", "en"] } });
    sounds.add(call("A012", 3));
    sounds.add(call("A013", 4));
    await vi.advanceTimersByTimeAsync(chimeMillis - 1);
    sounds.drop("A012");
    await vi.advanceTimersByTimeAsync(chimeMillis + sayingMillis);
    sounds.drop("A013");
    await vi.runAllTimersAsync();
    expect(heard).toEqual([
      "turn of A012",
      "call",
      "turn of A013",
      "call",
      "请A零幺三号，到四号窗口。",
      "spoken A013",
      "silence",
    ]);
  });

  it("sounds a recall differently and asks to hurry", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("A012", 3, { times: 2 }));
    await vi.runAllTimersAsync();
    expect(heard.slice(1, 3)).toEqual(["recall", "请A零幺二号，尽快到三号窗口。"]);
  });

  it("sounds five calls of one instant one after the other, each chimed once, in their order", async () => {
    const { queue: sounds, heard } = queue();
    const calls = [1, 2, 3, 4, 5].map((counter) => call(`S00${String(counter)}`, counter));
    for (const each of calls) sounds.add(each);
    expect([...sounds.pending]).toEqual([1, 2, 3, 4, 5]);
    await vi.runAllTimersAsync();
    expect(heard.filter((sound) => sound === "call")).toHaveLength(5);
    expect(heard.filter((sound) => sound.startsWith("turn"))).toEqual(calls.map(({ number }) => `turn of ${number}`));
    expect(sounds.pending.size).toBe(0);
  });

  it("joins more than four that wait into one sentence, after one chime", async () => {
    const { queue: sounds, heard } = queue();
    for (const counter of [1, 2, 3, 4, 5, 6]) sounds.add(call(`S00${String(counter)}`, counter));
    await vi.runAllTimersAsync();
    expect(heard).toEqual([
      "turn of S001",
      "call",
      "请S零零幺号，到一号窗口。",
      "spoken S001",
      "turn of S002,S003,S004,S005,S006",
      "call",
      "请S零零二号，到二号窗口；S零零三号，到三号窗口；S零零四号，到四号窗口；S零零五号，到五号窗口；S零零六号，到六号窗口。",
      ...["S002", "S003", "S004", "S005", "S006"].map((number) => `spoken ${number}`),
      "silence",
    ]);
  });

  it("joins those who speak English in an English sentence of their own, and leaves out who is wanted no more", async () => {
    const { queue: sounds, heard } = queue({ plan: { repeat: 2, languages: ["zh", "en"] } });
    const inEnglish = new Set([3, 5, 6]);
    for (const counter of [1, 2, 3, 4, 5, 6, 7])
      sounds.add(call(`S00${String(counter)}`, counter, { lang: inEnglish.has(counter) ? "en" : "zh" }));
    await vi.advanceTimersByTimeAsync(chimeMillis + sayingMillis + 600);
    sounds.drop("S004");
    sounds.drop("S005");
    await vi.runAllTimersAsync();
    expect(heard.filter((sound) => /[，,]/.test(sound) && !sound.startsWith("turn")).slice(1)).toEqual([
      "请S零零二号，到二号窗口；S零零七号，到七号窗口。",
      "Number S zero zero three, counter three; number S zero zero six, counter six, please.",
    ]);
  });

  it("chimes for a crowd as for a recall only where all of it was called before", async () => {
    const { queue: sounds, heard } = queue();
    const add = (numbers: readonly number[], times: (counter: number) => number) => {
      for (const counter of numbers) sounds.add(call(`S00${String(counter)}`, counter, { times: times(counter) }));
    };
    add([1, 2, 3, 4, 5, 6], () => 2);
    await vi.runAllTimersAsync();
    add([1, 2, 3, 4, 5, 6], (counter) => (counter === 4 ? 1 : 2));
    await vi.runAllTimersAsync();
    expect(heard.filter((sound) => sound === "call" || sound === "recall")).toEqual([
      "recall",
      "recall",
      "recall",
      "call",
    ]);
  });

  it("leaves a call to another screen unless its words have begun", async () => {
    const { queue: sounds, heard } = queue({ plan: { repeat: 2 } });
    for (const counter of [1, 2, 3]) sounds.add(call(`S00${String(counter)}`, counter));
    await vi.advanceTimersByTimeAsync(chimeMillis / 2);
    sounds.leave(1);
    sounds.leave(3);
    await vi.advanceTimersByTimeAsync(chimeMillis / 2 + 600 + chimeMillis + 1);
    sounds.leave(2);
    await vi.runAllTimersAsync();
    expect(heard.filter((sound) => sound.startsWith("spoken"))).toEqual(["spoken S002"]);
    const said = "请S零零二号，到二号窗口。";
    expect(heard.filter((sound) => sound.startsWith("请"))).toEqual([said, said]);
  });

  it("goes on in the other language where one has no voice just now", async () => {
    const heard: string[] = [];
    const made = new SpeechQueue({
      sounds: {
        chime: () => Promise.resolve(),
        speaks: () => true,
        speak: ({ language }, begun) => {
          heard.push(language);
          if (language === "en") begun();
          return Promise.resolve(language === "en");
        },
      },
      plan: () => ({ ...plan, languages: ["zh", "en"] }),
      now: () => Date.now(),
      spoken: ({ number }) => heard.push(number),
    });
    made.add(call("S001", 1));
    await vi.runAllTimersAsync();
    expect(heard).toEqual(["zh", "en", "S001"]);
  });

  it("never lets two calls sound at once", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("S001", 1));
    sounds.add(call("S002", 2));
    await vi.advanceTimersByTimeAsync(chimeMillis + sayingMillis);
    expect(heard).not.toContain("turn of S002");
    await vi.advanceTimersByTimeAsync(600);
    expect(heard).toContain("turn of S002");
    expect(sounds.sounding.map(({ number }) => number)).toEqual(["S002"]);
  });

  it("repeats as often as the hall wants", async () => {
    const { queue: sounds, heard } = queue({ plan: { repeat: 2, languages: ["zh", "en"] } });
    sounds.add(call("A012", 3));
    await vi.runAllTimersAsync();
    const chinese = "请A零幺二号，到三号窗口。";
    const english = "Number A zero one two, counter three, please.";
    expect(heard.filter((sound) => sound === chinese || sound === english)).toEqual([
      chinese,
      english,
      chinese,
      english,
    ]);
    expect(heard.filter((sound) => sound === "spoken A012")).toHaveLength(1);
  });

  const chinese = (counter: number) =>
    `请S零零${["零", "幺", "二", "三", "四", "五", "六", "七", "八"][counter] ?? ""}号`;
  const english = (counter: number) => `Number S zero zero ${["", "one", "two", "three", "four"][counter] ?? ""},`;
  const sayings = (heard: readonly string[], sentence: (counter: number) => string, calls: number) =>
    Array.from({ length: calls }, (_, index) => heard.filter((sound) => sound.startsWith(sentence(index + 1))).length);

  it("says each call only once, and in one language, where more than two wait, so that the voice keeps up", async () => {
    const { queue: sounds, heard } = queue({ plan: { repeat: 2, languages: ["zh", "en"] } });
    for (const counter of [1, 2, 3]) sounds.add(call(`S00${String(counter)}`, counter));
    sounds.add(call("S004", 4, { lang: "en" }));
    await vi.runAllTimersAsync();
    expect(sayings(heard, chinese, 4)).toEqual([1, 1, 1, 0]);
    expect(sayings(heard, english, 4)).toEqual([0, 0, 0, 1]);
  });

  it("says three of one instant as the hall wants it", async () => {
    const { queue: sounds, heard } = queue({ plan: { repeat: 2, languages: ["zh", "en"] } });
    for (const counter of [1, 2, 3]) sounds.add(call(`S00${String(counter)}`, counter));
    await vi.runAllTimersAsync();
    expect(sayings(heard, chinese, 3)).toEqual([2, 2, 2]);
    expect(sayings(heard, english, 3)).toEqual([2, 2, 2]);
  });

  it("cuts short what it is saying when others come, but never the ticket's own language", async () => {
    const { queue: sounds, heard } = queue({ plan: { repeat: 2, languages: ["zh", "en"] } });
    sounds.add(call("S001", 1, { lang: "en" }));
    await vi.advanceTimersByTimeAsync(chimeMillis + 1);
    for (const counter of [2, 3, 4]) sounds.add(call(`S00${String(counter)}`, counter));
    await vi.runAllTimersAsync();
    expect(sayings(heard, chinese, 4)).toEqual([1, 1, 1, 1]);
    expect(sayings(heard, english, 4)).toEqual([1, 0, 0, 0]);
  });

  it("says all again as the hall wants it once it has caught up", async () => {
    const { queue: sounds, heard } = queue({ plan: { repeat: 2 } });
    for (const counter of [1, 2, 3, 4]) sounds.add(call(`S00${String(counter)}`, counter));
    await vi.runAllTimersAsync();
    sounds.add(call("S005", 5));
    await vi.runAllTimersAsync();
    expect(sayings(heard, chinese, 5)).toEqual([1, 1, 1, 1, 2]);
  });

  it("is through with eight calls of one instant within a minute, whatever the hall wants said", async () => {
    const { queue: sounds } = queue({ plan: { repeat: 3, languages: ["zh", "en"] } });
    for (const counter of [1, 2, 3, 4, 5, 6, 7, 8]) sounds.add(call(`S00${String(counter)}`, counter));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sounds.pending.size).toBe(0);
  });

  it("no longer sounds a call that has become older than a minute when its turn comes", async () => {
    const { queue: sounds, heard } = queue();
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    sounds.add(call("S001", 1, { at: at(-60) }));
    sounds.add(call("S002", 2, { at: at(-60) }));
    await vi.runAllTimersAsync();
    expect(heard).toEqual(["turn of S001", "call", "请S零零幺号，到一号窗口。", "spoken S001", "silence"]);
  });

  it("keeps up with a busy hall: at ten calls a minute each begins within the minute", async () => {
    const { queue: sounds, heard } = queue({ plan: { repeat: 2, languages: ["zh", "en"] } });
    for (let made = 0; made < 100; made += 1) {
      sounds.add(call(`S${String(100 + made)}`, 1, { seq: made }));
      await vi.advanceTimersByTimeAsync(6_000);
    }
    await vi.runAllTimersAsync();
    expect(heard.filter((sound) => sound.startsWith("spoken"))).toHaveLength(100);
  });

  it("chimes alone where there is no voice for the language", async () => {
    const { queue: sounds, heard } = queue({ voices: ["en"] });
    sounds.add(call("A012", 3));
    await vi.runAllTimersAsync();
    expect(heard).toEqual(["turn of A012", "call", "silence"]);
  });

  it("goes on to the next call when a voice fails", async () => {
    const { queue: sounds, heard } = queue({ isHeard: false, plan: { repeat: 3 } });
    sounds.add(call("S001", 1));
    sounds.add(call("S002", 2));
    await vi.runAllTimersAsync();
    expect(heard).toEqual(["turn of S001", "call", "turn of S002", "call", "silence"]);
  });

  it("lets a recall take the place of the call that has not been sounded yet", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("S001", 1));
    sounds.add(call("S002", 2));
    sounds.add(call("S003", 3));
    sounds.add(call("S002", 2, { times: 2 }));
    await vi.runAllTimersAsync();
    expect(heard.filter((sound) => /^(turn|call|recall)/.test(sound))).toEqual([
      "turn of S001",
      "call",
      "turn of S002",
      "recall",
      "turn of S003",
      "call",
    ]);
  });

  it("does not sound a ticket that left before its turn", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("S001", 1));
    sounds.add(call("S002", 2));
    sounds.drop("S002");
    await vi.runAllTimersAsync();
    expect(heard).not.toContain("turn of S002");
  });

  it("begins again after silence", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("S001", 1));
    await vi.runAllTimersAsync();
    sounds.add(call("S002", 2));
    sounds.clear();
    sounds.add(call("S003", 3));
    await vi.runAllTimersAsync();
    expect(heard.filter((sound) => /^(turn|silence)/.test(sound))).toEqual([
      "turn of S001",
      "silence",
      "turn of S002",
      "turn of S003",
      "silence",
    ]);
  });

  it("keeps no endless queue", () => {
    const { queue: sounds } = queue();
    for (let seq = 1; seq <= 200; seq += 1) sounds.add(call(`S${String(seq)}`, 1, { seq }));
    expect(sounds.pending.size).toBeLessThanOrEqual(61);
    expect(sounds.pending.has(200)).toBe(true);
  });
});

describe("the languages of a call", () => {
  const both: VoicePlan = { ...plan, languages: ["zh", "en"] };
  const only: VoicePlan = { ...both, onlyTicketLanguage: true };
  const all = () => true;

  it("are the hall's, in its order", () => {
    expect(languagesToSpeak("en", both, all)).toEqual(["zh", "en"]);
  });

  it("are those that have a voice", () => {
    expect(languagesToSpeak("zh", both, (language) => language === "en")).toEqual(["en"]);
  });

  it("are the ticket's alone where the hall wants it so", () => {
    expect(languagesToSpeak("en", only, all)).toEqual(["en"]);
    expect(languagesToSpeak("zh", only, all)).toEqual(["zh"]);
  });

  it("are Mandarin for a ticket in the other script", () => {
    expect(languagesToSpeak("zh-Hant", only, all)).toEqual(["zh"]);
  });

  it("fall back to the hall's where the ticket's has no voice", () => {
    expect(languagesToSpeak("en", only, (language) => language === "zh")).toEqual(["zh"]);
    expect(languagesToSpeak("en", only, () => false)).toEqual([]);
  });
});
