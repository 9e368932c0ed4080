/** The hub's voice: clips of calls and emergencies, and how it fares. */
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import {
  ClipQuery,
  EmergencyClipQuery,
  VoiceHealth,
  type ClipQuery as Query,
  type EmergencyClipQuery as EmergencyQuery,
} from "../../shared/wire/voice.ts";
import type { Clip, EmergencySaying, Saying } from "../commands/voice-port.ts";
import { Refused } from "../plugins/problems.ts";
import { spokenNow, spokenTemplates } from "../views/emergency-speech.ts";
import { anyStaff, listeners } from "./audiences.ts";
import { present, type App, type Hub } from "./kit.ts";
import { describe } from "./schemas.ts";

export function voiceRoutes(app: App, hub: Hub): void {
  app.get(
    "/api/voice/clip",
    {
      config: { for: listeners },
      schema: describe({
        tag: "voice",
        summary: "A call as a sound, made by the hub",
        query: ClipQuery,
        answers: { 200: Type.String({ description: "audio/wav" }), 304: Type.Null() },
      }),
    },
    async (request, reply) => {
      const saying = sayingOf(request.query);
      const { hall } = present(hub).state;
      for (const { counter } of saying.calls)
        if (hall?.counters.has(counter) !== true) throw new Refused(refuse("invalid-request", { field: "counter" }));
      const clip = await hub.voice.clip(saying, request.query.ahead === true ? "likely" : "called");
      const { headers, sound } = asSent(clip, request.headers["if-none-match"]);
      void reply.headers(headers);
      return sound === null ? reply.code(304).send(null) : reply.type("audio/wav").send(sound);
    },
  );

  app.get(
    "/api/voice/emergency",
    {
      config: { for: listeners },
      schema: describe({
        tag: "voice",
        summary:
          "The emergency that stands now as a sound, made by the hub; or one that may be raised, or the all-clear",
        query: EmergencyClipQuery,
        answers: { 200: Type.String({ description: "audio/wav" }), 304: Type.Null() },
      }),
    },
    async (request, reply) => {
      const { lang: language, ahead = false } = request.query;
      const of = emergencyOf(hub, request.query);
      if (!of) throw new Refused(refuse("not-found"));
      const clip = await hub.voice.emergencyClip({ of, language }, ahead ? "likely" : "emergency");
      const { headers, sound } = asSent(clip, request.headers["if-none-match"]);
      void reply.headers(headers);
      return sound === null ? reply.code(304).send(null) : reply.type("audio/wav").send(sound);
    },
  );

  app.get(
    "/api/voice",
    {
      config: { for: anyStaff },
      schema: describe({
        tag: "voice",
        summary: "Who speaks, and what went wrong last",
        answers: { 200: VoiceHealth },
      }),
    },
    () => {
      const { zone } = present(hub);
      const { engines, ...health } = hub.voice.health;
      return {
        ...health,
        engines: engines.map(({ engine, isReady, problem, problemAt }) => ({
          engine,
          ready: isReady,
          problem,
          problemAt: problemAt === null ? null : zone.iso(problemAt),
        })),
      };
    },
  );
}

interface SentClip {
  readonly headers: Readonly<Record<string, string>>;
  /** Null: whoever asks holds it. */
  readonly sound: string | null;
}

/** Throws `Refused` where no engine of the hub can say it. */
function asSent(clip: Clip | null, held: string | undefined): SentClip {
  if (!clip) throw new Refused(refuse("no-voice"));
  const etag = `"${clip.key}"`;
  const headers = { etag, "cache-control": "private, no-cache", "x-voice-engine": clip.engine };
  // The schema describes what is sent as it is.
  return { headers, sound: held === etag ? null : (clip.sound as unknown as string) };
}

/** What is to be said; null where there is nothing of it. Throws `Refused` where two things are asked for. */
function emergencyOf(hub: Hub, { id, template, allClear = false }: EmergencyQuery): EmergencySaying["of"] | null {
  const moment = present(hub);
  const { words } = hub.context;
  if (template !== undefined && (allClear || id !== undefined))
    throw new Refused(refuse("invalid-request", { field: "template" }));
  if (allClear && id !== undefined) throw new Refused(refuse("invalid-request", { field: "allClear" }));
  if (allClear) return "all-clear";
  if (template === undefined) return spokenNow(moment, words, id);
  const { hall } = moment.state;
  return (hall && spokenTemplates(hall, words).find((each) => each.template === template)) ?? null;
}

/** Throws `Refused` where the lists do not go together. */
function sayingOf({ number, counter, times = "1", transferred = false, lang }: Query): Saying {
  const numbers = number.split(",");
  const counters = counter.split(",").map(Number);
  const often = times.split(",").map(Number);
  if (counters.length !== numbers.length) throw new Refused(refuse("invalid-request", { field: "counter" }));
  if (often.length !== 1 && often.length !== numbers.length)
    throw new Refused(refuse("invalid-request", { field: "times" }));
  const calls = numbers.map((each, index) => ({
    number: each,
    counter: counters[index] ?? 0,
    times: often[index] ?? often[0] ?? 1,
    transferred,
  }));
  return { calls, language: lang };
}
