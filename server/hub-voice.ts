/** Ties the hub's voice to what happens in the hall, and tells its screens when another engine speaks. */
import { join } from "node:path";
import type { FastifyBaseLogger } from "fastify";
import type { Access } from "./access/access.ts";
import type { Moments } from "./commands/context.ts";
import type { Writer } from "./commands/writer.ts";
import type { Config } from "./config/config.ts";
import type { HubTopics } from "./live/hub-topics.ts";
import type { SpeechPackage } from "./voice/packaged-speech.ts";
import { startVoice, type RunningVoice } from "./voice/start-voice.ts";

interface Parts {
  readonly config: Config;
  readonly folders: { readonly speech?: SpeechPackage };
  readonly writer: Writer;
  readonly access: Access;
  readonly moments: Moments;
  readonly topics: HubTopics;
  readonly log: FastifyBaseLogger;
}

export function startHubVoice({ config, folders, writer, access, moments, topics, log }: Parts): RunningVoice {
  const running = startVoice({
    config: config.voice,
    folder: join(config.dataFolder, "voice"),
    speechPackage: folders.speech ?? null,
    present: () => ({ state: writer.state, now: writer.now() }),
    isHeard: () => access.devices.some(({ kind }) => kind === "screen"),
    onChange: ({ engine }) => {
      log.info({ voice: { engine } }, "the voice stands otherwise");
      const moment = moments.of(writer.state, writer.now());
      // Screens ask for the hall anew, which says who speaks.
      if (moment) topics.pass("lobby", { type: "hall", at: moment.zone.iso(moment.now) });
    },
  });
  topics.onPublish(() => {
    running.happened();
  });
  return running;
}
