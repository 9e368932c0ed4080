/** The hub's voice: clips of calls, and how it fares. */
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import { ClipQuery, VoiceHealth, type ClipQuery as Query } from "../../shared/wire/voice.ts";
import type { Saying } from "../commands/voice-port.ts";
import { Refused } from "../plugins/problems.ts";
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
      if (!clip) throw new Refused(refuse("no-voice"));
      const etag = `"${clip.key}"`;
      void reply
        .header("etag", etag)
        .header("cache-control", "private, no-cache")
        .header("x-voice-engine", clip.engine);
      if (request.headers["if-none-match"] === etag) return reply.code(304).send(null);
      // The schema describes what is sent as it is.
      return reply.type("audio/wav").send(clip.sound as unknown as string);
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
