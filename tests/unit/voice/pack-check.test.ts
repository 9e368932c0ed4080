import { describe, expect, it } from "vitest";
import { checkPack, neededClips, unrecordedEmergencies } from "../../../server/voice/pack-check.ts";
import type { Wav } from "../../../server/voice/wav.ts";
import { tone } from "../../support/voices.ts";

const pack = (changed: Readonly<Record<string, Wav | null>> = {}) =>
  new Map<string, Wav | null>([
    ...neededClips("zh").map((clip): [string, Wav] => [clip, tone()]),
    ...Object.entries(changed),
  ]);
const faults = (changed: Readonly<Record<string, Wav | null>>) =>
  checkPack(pack(changed), "zh").map(({ clip, fault }) => `${clip} ${fault}`);

describe("the check of a recorded voice", () => {
  it("finds nothing wrong with a pack that is whole", () => {
    expect(checkPack(pack(), "zh")).toEqual([]);
  });

  it("names every clip that is missing", () => {
    const clips = pack();
    clips.delete("yao");
    clips.delete("window");
    expect(checkPack(clips, "zh")).toEqual([
      { clip: "window", fault: "is missing" },
      { clip: "yao", fault: "is missing" },
    ]);
    expect(neededClips("en")).toEqual(expect.arrayContaining(["number", "numbers", "and", "19", "90", "100", "Z"]));
  });

  it("names what is badly cut, levelled or kept", () => {
    expect(faults({ go: tone({ lead: 400 }) })).toEqual([
      "go begins with a long silence",
      "go ends with a long silence",
    ]);
    expect(faults({ go: tone({ lead: 0 }) })).toEqual(["go is cut into at its beginning", "go is cut into at its end"]);
    expect(faults({ go: tone({ level: 0.05 }) })).toEqual(["go is 15 dB softer than the others"]);
    expect(faults({ go: tone({ level: 0.9 }) })).toEqual(["go is 9 dB louder than the others"]);
    expect(faults({ go: tone({ level: 0 }) })).toEqual(["go is silent"]);
    expect(faults({ go: tone({ rate: 8_000 }) })).toContain("go has another format than most: hertz, bits or channels");
    expect(faults({ go: null })).toEqual(["go is no uncompressed WAV"]);
  });

  it("lets an emergency be as long as its words, and asks for none", () => {
    expect(faults({ "emergency-fire": tone({ millis: 9_000 }), "all-clear": tone({ millis: 6_000 }) })).toEqual([]);
    expect(faults({ "emergency-fire": tone({ millis: 31_000 }) })).toEqual([
      "emergency-fire is longer than half a minute",
    ]);
    expect(faults({ go: tone({ millis: 6_000 }) })).toEqual(["go is longer than five seconds"]);
    expect(unrecordedEmergencies(pack({ "emergency-fire": tone() }), ["fire", "flood"])).toEqual([
      "emergency-flood",
      "all-clear",
    ]);
  });
});
