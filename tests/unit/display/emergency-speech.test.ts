import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EmergencySpeech } from "../../../display/lobby/emergency-speech.ts";
import type { EmergencyToSay } from "../../../display/sound/emergency-clips.ts";
import type { FetchedSound } from "../../../display/sound/fetch-sound.ts";

const saying: EmergencyToSay = { shown: "all-clear", language: "zh", sentence: "警报已解除。" };
const clip: FetchedSound = { bytes: new ArrayBuffer(4), engine: "command" };

/** What a screen has to speak with; it writes down who spoke, and how loud. */
function screen({
  sound = Promise.resolve<FetchedSound | null>(clip),
  plays = true,
  hasVoice = true,
  prefersBrowser = false,
}: {
  sound?: Promise<FetchedSound | null>;
  plays?: boolean;
  hasVoice?: boolean;
  prefersBrowser?: boolean;
} = {}) {
  const heard: string[] = [];
  let cut: () => void = () => undefined;
  const player = {
    volume: 0.2,
    playClip: (_: ArrayBuffer, begun: () => void) => {
      if (!plays) return Promise.resolve(false);
      begun();
      heard.push(`clip at ${String(player.volume)}`);
      return new Promise<boolean>((resolve) => {
        cut = () => {
          resolve(false);
        };
        setTimeout(() => {
          resolve(true);
        }, 5_000);
      });
    },
    hush: () => {
      cut();
    },
  };
  const browser = {
    volume: 0,
    speaks: () => hasVoice,
    speak: (sentence: string, _: string, begun: () => void) => {
      if (hasVoice) begun();
      if (hasVoice) heard.push(`${sentence} at ${String(browser.volume)}`);
      return Promise.resolve(hasVoice);
    },
    hush: () => undefined,
  };
  const engines: (string | null)[] = [];
  const speech = new EmergencySpeech({
    clips: { clipOf: () => sound },
    player,
    browser,
    prefersBrowser: () => prefersBrowser,
    begun: (engine) => engines.push(engine),
  });
  return { speech, heard, engines };
}

const never = new Promise<null>(() => undefined);

describe("who says an emergency on a screen", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is the hub, as loud as it goes whatever the hour, to the end of its clip", async () => {
    const { speech, heard, engines } = screen();
    const said = speech.speak(saying);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await said).toBe(true);
    expect([heard, engines]).toEqual([["clip at 1"], ["command"]]);
  });

  it.each([
    ["has no clip", { sound: Promise.resolve(null) }],
    ["has none in time", { sound: never }],
    ["has one that cannot be played", { plays: false }],
    ["is not the voice that the hall prefers", { prefersBrowser: true }],
  ])("is the browser, as loud, where the hub %s", async (_, parts) => {
    const { speech, heard, engines } = screen(parts);
    const said = speech.speak(saying);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await said).toBe(true);
    expect([heard, engines]).toEqual([["警报已解除。 at 1"], ["browser"]]);
  });

  it("is waited for longer where the browser has no voice, and is nobody where neither has", async () => {
    let arrives: (sound: FetchedSound) => void = () => undefined;
    const sound = new Promise<FetchedSound | null>((resolve) => (arrives = resolve));
    const late = screen({ sound, hasVoice: false });
    const said = late.speech.speak(saying);
    await vi.advanceTimersByTimeAsync(9_000);
    arrives(clip);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([await said, late.heard]).toEqual([true, ["clip at 1"]]);
    const none = screen({ sound: Promise.resolve(null), hasVoice: false });
    expect([await none.speech.speak(saying), none.heard]).toEqual([false, []]);
  });

  it("is nobody else once it was cut short", async () => {
    const playing = screen();
    const said = playing.speech.speak(saying);
    await vi.advanceTimersByTimeAsync(1_000);
    playing.speech.hush();
    expect([await said, playing.heard]).toEqual([false, ["clip at 1"]]);
    const waiting = screen({ sound: never });
    const awaited = waiting.speech.speak(saying);
    waiting.speech.hush();
    await vi.advanceTimersByTimeAsync(1_500);
    expect([await awaited, waiting.heard]).toEqual([false, []]);
  });
});
