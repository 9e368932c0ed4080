/** How a hall sounds its calls, and the clips that the hub makes of them. Source: contract, "Lobby"; screens, "Voice". */
import Type, { type Static } from "typebox";
import { chimeSounds, voiceEngines } from "../domain/vocabulary.ts";
import { Exactly, Instant, LanguageCode, LocalTime, Nullable, OneOf } from "./common.ts";

const Span = Type.Array(LocalTime, { minItems: 2, maxItems: 2, description: "[from, until]; may go past midnight" });
const Volume = Type.Integer({ minimum: 0, maximum: 100 });

const sound = {
  volume: Type.Optional(Type.Integer({ minimum: 0, maximum: 100, default: 100, description: "of chime and voice" })),
  volumeByHour: Type.Optional(
    Type.Array(Exactly({ hours: Span, volume: Volume }), {
      maxItems: 24,
      description: "instead of `volume` at those hours; where several hold, the first",
    }),
  ),
  silentHours: Type.Optional(
    Type.Array(Span, { maxItems: 24, description: "calls are shown then, and neither chimed nor said" }),
  ),
  chime: Type.Optional(OneOf(chimeSounds, { default: "two-tone" })),
  rate: Type.Optional(
    Type.Number({ minimum: 0.5, maximum: 2, default: 1, description: "how fast is spoken; 1 is the usual pace" }),
  ),
};

/** What of it screens need as it is. */
export const SoundSettings = Exactly(sound);
export type SoundSettings = Static<typeof SoundSettings>;

/** Of the hall file. */
export const HallVoice = Exactly({
  languages: Type.Optional(Type.Array(LanguageCode, { description: "in which calls are said, in this order" })),
  repeat: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  yao: Type.Optional(Type.Boolean({ description: "whether 1 in a number is read 幺" })),
  onlyTicketLanguage: Type.Optional(Type.Boolean()),
  engines: Type.Optional(
    Type.Array(OneOf(voiceEngines), {
      minItems: 1,
      uniqueItems: true,
      description: "what may make the voice, the preferred one first; those that are not named are not used",
    }),
  ),
  ...sound,
});
export type HallVoice = Static<typeof HallVoice>;

const Commas = (pattern: string, description: string) =>
  Type.String({ pattern: `^${pattern}(,${pattern}){0,7}$`, description });

export const ClipQuery = Exactly({
  number: Commas("[A-Z]{1,3}\\d{1,6}", "a ticket's number; up to eight, with commas, are joined into one sentence"),
  counter: Commas("[1-9]\\d{0,5}", "the counter's number; as many as there are tickets"),
  lang: LanguageCode,
  times: Type.Optional(
    Commas("[1-9]\\d?", "1 for a call, more for a recall; one for all, or as many as there are tickets"),
  ),
  transferred: Type.Optional(Type.Boolean({ description: "the visit goes on at this counter" })),
  ahead: Type.Optional(Type.Boolean({ description: "only in case it is called soon: made when nothing else is" })),
});
export type ClipQuery = Static<typeof ClipQuery>;

export const EmergencyClipQuery = Exactly({
  lang: LanguageCode,
  id: Type.Optional(
    Type.String({ minLength: 1, maxLength: 64, description: "only if this is the emergency that stands now" }),
  ),
  template: Type.Optional(
    Type.String({
      pattern: "^[a-z0-9][a-z0-9-]{0,63}$",
      description: "in place of what stands now: what this template says when it is raised as it is",
    }),
  ),
  allClear: Type.Optional(Type.Boolean({ description: "in place of what stands now: what is said once it is over" })),
  ahead: Type.Optional(Type.Boolean({ description: "only in case it is raised: made when nothing else is" })),
});
export type EmergencyClipQuery = Static<typeof EmergencyClipQuery>;

/** How the hub's voice fares. */
export const VoiceHealth = Exactly(
  {
    engine: Nullable(OneOf(voiceEngines, { description: "who speaks now; null: nobody, calls are only shown" })),
    engines: Type.Array(
      Exactly({
        engine: OneOf(voiceEngines),
        ready: Type.Boolean(),
        problem: Nullable(Type.String({ description: "why it is not used, or what went wrong last" })),
        problemAt: Nullable(Instant),
      }),
      { description: "in the hall's order of preference" },
    ),
    clips: Type.Integer({ description: "kept on disk" }),
    bytes: Type.Integer(),
    waiting: Type.Integer({ description: "clips still to be made" }),
  },
  { $id: "VoiceHealth" },
);
export type VoiceHealth = Static<typeof VoiceHealth>;
