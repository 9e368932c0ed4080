import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PackagedSpeech } from "../../../server/voice/packaged-speech.ts";
import { readWav, writeWav } from "../../../server/voice/wav.ts";
import { forget, temporaryFolder } from "../../support/hub.ts";
import { tone } from "../../support/voices.ts";

const utterance = { sentence: "请A零幺二号，到三号窗口。", language: "zh", calls: [], yao: true, rate: 1 } as const;
const minute = 60_000;

/** Answers with a sound whose rate is its own process; a text of its own kills it. */
const program = (sound: Buffer): string => `
const sound = Buffer.from("${sound.toString("base64")}", "base64");
process.on("message", ({ id, text }) => {
  if (text.includes("死")) process.exit(1);
  sound.writeUInt32LE(10_000 + (process.pid % 30_000), 24);
  process.send({ id, sound });
});
`;

describe("the packaged speech program", () => {
  let folder: string;
  let speech: PackagedSpeech;

  beforeEach(() => {
    folder = temporaryFolder();
    const file = join(folder, "speech.mjs");
    writeFileSync(file, program(writeWav(tone())));
    const found = PackagedSpeech.find({ file, idleMillis: 2 * minute });
    if (!found) throw new Error("the speech package is not installed");
    speech = found;
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
    speech.stop();
    forget(folder);
  });

  /** Which process said it. */
  const saidBy = async (): Promise<number> => readWav(await speech.make(utterance, 150))?.rate ?? 0;

  it("begins when something is to be said, ends when nothing was for two minutes, and begins again", async () => {
    expect(speech.isRunning).toBe(false);
    const first = await saidBy();
    vi.advanceTimersByTime(minute + 59_000);
    expect([await saidBy(), speech.isRunning]).toEqual([first, true]);
    vi.advanceTimersByTime(minute + 59_000);
    expect(speech.isRunning).toBe(true);
    vi.advanceTimersByTime(1_000);
    expect(speech.isRunning).toBe(false);
    expect(await saidBy()).not.toBe(first);
  });

  it("is not taken for idle while it speaks", async () => {
    await saidBy();
    vi.advanceTimersByTime(minute + 59_000);
    const coming = saidBy();
    vi.advanceTimersByTime(7_000);
    expect(speech.isRunning).toBe(true);
    await expect(coming).resolves.toBeGreaterThan(0);
  });

  it("says that it crashed, and speaks again after that", async () => {
    await saidBy();
    await expect(speech.make({ ...utterance, sentence: "死" }, 150)).rejects.toThrow("ended-with-error");
    expect(speech.isRunning).toBe(false);
    expect(await saidBy()).toBeGreaterThan(0);
  });
});
