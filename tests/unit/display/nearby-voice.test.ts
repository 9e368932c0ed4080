import { describe, expect, it } from "vitest";
import { NearbyVoice } from "../../../display/lobby/nearby-voice.ts";
import { at, listedCall, lobbyCounter } from "./calls.ts";

const speakers = { main: "other", east: "far" };

function nearby(area: string | null = "main", device = "own") {
  const clock = { seconds: 0 };
  const voice = new NearbyVoice(
    () => Date.parse(at(clock.seconds)),
    () => ({ device, area }),
  );
  const isHeardAt = (seconds: number) => {
    clock.seconds = seconds;
    return voice.isHeard;
  };
  return { voice, isHeardAt };
}

describe("a call that another screen says", () => {
  const call = listedCall("S001", 1, { seq: 1, speakers });
  const saying = { call: 1, area: "main", screen: "other", millis: 8_000 };

  it("is heard from its arrival until its words are over", () => {
    const { voice, isHeardAt } = nearby();
    expect(voice.isHeard).toBe(false);
    voice.called(call);
    expect(isHeardAt(1.5)).toBe(true);
    voice.saying(saying);
    expect([isHeardAt(9), isHeardAt(9.5)]).toEqual([true, false]);
  });

  it("is heard no longer than its chime where nobody begins", () => {
    const { voice, isHeardAt } = nearby();
    voice.called(call);
    expect([isHeardAt(2), isHeardAt(2.5)]).toEqual([true, false]);
  });

  it("is heard on until the next one's chime while others wait", () => {
    const { voice, isHeardAt } = nearby();
    voice.called(call);
    voice.called(listedCall("S002", 2, { seq: 2, speakers }));
    voice.saying(saying);
    expect([isHeardAt(10), isHeardAt(10.5)]).toEqual([true, false]);
    voice.saying({ ...saying, call: 2, millis: 3_000 });
    expect([isHeardAt(13), isHeardAt(13.5)]).toEqual([true, false]);
  });

  it("is waited for no more once its service has begun, its ticket is gone or the day is over", () => {
    for (const end of [
      ({ voice }: ReturnType<typeof nearby>) => voice.gone("S001"),
      ({ voice }: ReturnType<typeof nearby>) =>
        voice.counterChanged(lobbyCounter(1, { number: "S001", serving: true })),
      ({ voice }: ReturnType<typeof nearby>) => voice.newDay(),
    ]) {
      const screen = nearby();
      screen.voice.called(call);
      end(screen);
      screen.voice.saying({ ...saying, call: 2 });
      expect([screen.isHeardAt(7.9), screen.isHeardAt(8)]).toEqual([true, false]);
    }
  });

  it("is not heard where it is silent, said in other areas alone, or by this screen itself", () => {
    for (const { voice } of [nearby("west"), nearby("main", "other")]) {
      voice.called(call);
      voice.saying(saying);
      expect(voice.isHeard).toBe(false);
    }
    const { voice } = nearby();
    voice.called({ ...call, silent: true });
    expect(voice.isHeard).toBe(false);
  });

  it("is heard everywhere from a screen of the whole hall, and in the whole hall from every area", () => {
    const { voice } = nearby("west");
    voice.saying({ ...saying, area: null });
    expect(voice.isHeard).toBe(true);
    const ofHall = nearby(null);
    ofHall.voice.called(call);
    expect(ofHall.voice.isHeard).toBe(true);
  });
});
