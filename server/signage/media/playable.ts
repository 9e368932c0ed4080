/**
 * Which videos every screen of a hall plays, by what they are said to be inside: H.264 in MP4 with AAC, VP8 or VP9 in
 * WebM with Opus or Vorbis, 8 bits, at the sizes that an old box still decodes. Why: docs/decisions/0025.
 */
import type { Unplayable } from "./unplayable.ts";

/** Of one track, in the words of MediaInfo. */
export interface TrackFacts {
  readonly "@type": string;
  readonly Format?: string;
  readonly Format_Profile?: string;
  readonly Format_AdditionalFeatures?: string;
  readonly CodecID?: string;
  readonly Width?: number;
  readonly Height?: number;
  readonly Rotation?: string;
  readonly FrameRate?: number;
  readonly Duration?: number;
  readonly BitDepth?: number;
  readonly ChromaSubsampling?: string;
}

export interface Playable {
  readonly type: "video/mp4" | "video/webm";
  readonly seconds: number;
  /** As it is shown, turned. */
  readonly width: number;
  readonly height: number;
}

/** A long and a short side, and how many pictures a second at that size. Rates are written with a little play. */
const sizes = [
  { long: 1920, short: 1088, frames: 60.5 },
  { long: 3840, short: 2160, frames: 30.5 },
] as const;

const codecs = {
  "MPEG-4": {
    type: "video/mp4",
    video: ({ Format, Format_Profile = "", CodecID = "" }: TrackFacts) =>
      Format === "AVC" && /^avc[13]$/.test(CodecID) && /^(Constrained )?(Baseline|Main|High)$/.test(Format_Profile),
    audio: ({ Format, Format_AdditionalFeatures = "LC" }: TrackFacts) =>
      Format === "AAC" && /\bLC\b/.test(Format_AdditionalFeatures),
  },
  WebM: {
    type: "video/webm",
    video: ({ Format, Format_Profile = "0" }: TrackFacts) =>
      Format === "VP8" || (Format === "VP9" && Format_Profile === "0"),
    audio: ({ Format }: TrackFacts) => Format === "Opus" || Format === "Vorbis",
  },
} as const;

export function judge(tracks: readonly TrackFacts[]): Playable | Unplayable {
  const general = tracks.find((track) => track["@type"] === "General");
  const [video, ...more] = tracks.filter((track) => track["@type"] === "Video");
  const audio = tracks.filter((track) => track["@type"] === "Audio");
  const what = inWords(general, tracks);
  if (general?.Format === undefined) return { found: "damaged", kind: "video" };
  if (!video) return { found: "no-picture", what };
  const codec = Object.entries(codecs).find(([container]) => container === general.Format)?.[1];
  const isPlayed =
    codec !== undefined &&
    more.length === 0 &&
    audio.length <= 1 &&
    codec.video(video) &&
    audio.every((track) => codec.audio(track)) &&
    (video.BitDepth ?? 8) === 8 &&
    (video.ChromaSubsampling ?? "4:2:0") === "4:2:0" &&
    hasPlayableSize(video);
  if (!isPlayed) return { found: "video", what };
  const seconds = general.Duration ?? 0;
  if (!(seconds > 0)) return { found: "no-length", what };
  const { Width = 0, Height = 0, Rotation = "0" } = video;
  const isTurned = Math.round(Number(Rotation) / 90) % 2 !== 0;
  const [width, height] = isTurned ? [Height, Width] : [Width, Height];
  return { type: codec.type, seconds, width, height };
}

function hasPlayableSize({ Width = 0, Height = 0, FrameRate = 0 }: TrackFacts): boolean {
  const long = Math.max(Width, Height);
  const short = Math.min(Width, Height);
  return short > 0 && sizes.some((most) => long <= most.long && short <= most.short && FrameRate <= most.frames);
}

/** What it is, as those who make videos say it: `MPEG-4, HEVC Main 10, 3840×2160, 59.94 fps, AC-3`. */
export function inWords(general: TrackFacts | undefined, tracks: readonly TrackFacts[]): string {
  const told = tracks.flatMap((track) => {
    const name = [track.Format, track.Format_Profile].filter((part) => part !== undefined && part !== "").join(" ");
    if (track["@type"] === "Audio") return [name];
    if (track["@type"] !== "Video") return [];
    const { Width, Height, FrameRate, BitDepth, ChromaSubsampling } = track;
    return [
      name,
      ...(Width !== undefined && Height !== undefined ? [`${Width}×${Height}`] : []),
      ...(FrameRate !== undefined ? [`${FrameRate} fps`] : []),
      ...(BitDepth !== undefined && BitDepth !== 8 ? [`${BitDepth} bit`] : []),
      ...(ChromaSubsampling !== undefined && ChromaSubsampling !== "4:2:0" ? [ChromaSubsampling] : []),
    ];
  });
  return [general?.Format ?? "", ...told].filter((part) => part !== "").join(", ");
}
