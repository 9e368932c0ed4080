import { describe, expect, it } from "vitest";
import { judge, type TrackFacts } from "../../../server/signage/media/playable.ts";

const general = { "@type": "General", Format: "MPEG-4", Duration: 12.5 };
const h264 = {
  "@type": "Video",
  Format: "AVC",
  Format_Profile: "High",
  CodecID: "avc1",
  Width: 1920,
  Height: 1080,
  FrameRate: 59.94,
  BitDepth: 8,
  ChromaSubsampling: "4:2:0",
};
const aac = { "@type": "Audio", Format: "AAC", Format_AdditionalFeatures: "LC" };
const webm = { ...general, Format: "WebM" };
const vp9 = { "@type": "Video", Format: "VP9", Format_Profile: "0", Width: 1920, Height: 1080, FrameRate: 30 };
const opus = { "@type": "Audio", Format: "Opus" };

const isPlayed = (...tracks: TrackFacts[]): boolean => "type" in judge(tracks);

describe("which videos screens play", () => {
  it("takes H.264 up to High with AAC or silent, and VP8 and VP9 with Opus or Vorbis", () => {
    for (const Format_Profile of ["Baseline", "Constrained Baseline", "Main", "High"])
      expect(isPlayed(general, { ...h264, Format_Profile }, aac)).toBe(true);
    expect(isPlayed(general, h264)).toBe(true);
    expect(isPlayed(webm, vp9, opus)).toBe(true);
    expect(isPlayed(webm, { ...vp9, Format: "VP8" }, { ...opus, Format: "Vorbis" })).toBe(true);
  });

  it.each<[string, readonly TrackFacts[]]>([
    ["10 bits", [general, { ...h264, Format_Profile: "High 10", BitDepth: 10 }]],
    ["more colour than boxes decode", [general, { ...h264, Format_Profile: "High 4:2:2", ChromaSubsampling: "4:2:2" }]],
    ["HEVC", [general, { ...h264, Format: "HEVC", CodecID: "hvc1" }]],
    ["AC-3", [general, h264, { ...aac, Format: "AC-3" }]],
    ["AAC of another kind", [general, h264, { ...aac, Format_AdditionalFeatures: "LD" }]],
    ["VP9 of 10 bits", [webm, { ...vp9, Format_Profile: "2" }]],
    ["AAC in WebM", [webm, vp9, aac]],
    ["H.264 in Matroska", [{ ...general, Format: "Matroska" }, h264]],
    ["two pictures", [general, h264, h264]],
    ["two sounds", [general, h264, aac, aac]],
    ["60 pictures a second of 4K", [general, { ...h264, Width: 3840, Height: 2160, FrameRate: 60 }]],
    ["120 pictures a second", [general, { ...h264, FrameRate: 120 }]],
    ["more than 4K", [general, { ...h264, Width: 4096, Height: 2160, FrameRate: 24 }]],
  ])("refuses %s", (_, tracks) => {
    expect(judge(tracks)).toMatchObject({ found: "video" });
  });

  it("takes 4K of 30 pictures a second, and both sizes upright", () => {
    expect(isPlayed(general, { ...h264, Width: 3840, Height: 2160, FrameRate: 29.97 })).toBe(true);
    expect(isPlayed(general, { ...h264, Width: 1080, Height: 1920 })).toBe(true);
    expect(isPlayed(general, { ...h264, Width: 2160, Height: 3840, FrameRate: 25 })).toBe(true);
  });

  it("tells the size as it is shown, and how long it is", () => {
    expect(judge([general, { ...h264, Rotation: "90.000" }])).toEqual({
      type: "video/mp4",
      seconds: 12.5,
      width: 1080,
      height: 1920,
    });
  });

  it("says what it found, as those say it who make videos", () => {
    const hevc = {
      ...h264,
      Format: "HEVC",
      Format_Profile: "Main 10",
      CodecID: "hvc1",
      BitDepth: 10,
      Width: 3840,
      Height: 2160,
    };
    expect(judge([general, hevc, { ...aac, Format: "AC-3" }])).toEqual({
      found: "video",
      what: "MPEG-4, HEVC Main 10, 3840×2160, 59.94 fps, 10 bit, AC-3",
    });
    expect(judge([general, aac])).toEqual({ found: "no-picture", what: "MPEG-4, AAC" });
    expect(judge([{ "@type": "General", Format: "WebM" }, vp9])).toMatchObject({ found: "no-length" });
    expect(judge([{ "@type": "General" }])).toEqual({ found: "damaged", kind: "video" });
    expect(judge([])).toEqual({ found: "damaged", kind: "video" });
  });
});
