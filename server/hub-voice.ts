/** Ties the hub's voice to what happens in the hall, and tells its screens when another engine speaks. */
import { join } from "node:path";
import type { Access } from "./access/access.ts";
import type { Context, Moments } from "./commands/context.ts";
import type { Writer } from "./commands/writer.ts";
import type { Config } from "./config/config.ts";
import type { HubVoice } from "./commands/voice-port.ts";
import type { App } from "./routes/kit.ts";
import type { HubTopics } from "./live/hub-topics.ts";
import type { SpeechPackage } from "./voice/packaged-speech.ts";
import { spokenNow, spokenTemplates } from "./views/emergency-speech.ts";
import { startVoice } from "./voice/start-voice.ts";

/** Where the program around the speech package lies; absent: it is not used. */
export interface SpeechFolder {
  readonly speech?: SpeechPackage;
}

interface Parts {
  readonly config: Config;
  readonly folders: SpeechFolder;
  readonly writer: Writer;
  readonly access: Access;
  readonly moments: Moments;
  readonly words: Context["words"];
  readonly topics: HubTopics;
  readonly app: App;
}

export function startHubVoice(parts: Parts): HubVoice {
  const { config, folders, writer, access, moments, words, topics, app } = parts;
  const running = startVoice({
    config: config.voice,
    folder: join(config.dataFolder, "voice"),
    speechPackage: folders.speech ?? null,
    present: () => ({ state: writer.state, now: writer.now() }),
    emergencies: {
      possible: () => {
        const { hall } = writer.state;
        return hall ? [...spokenTemplates(hall, words), "all-clear"] : [];
      },
      standing: () => {
        const { emergency } = writer.state;
        const moment = emergency && moments.of(writer.state, writer.now());
        const of = moment && spokenNow(moment, words);
        return emergency && of && { id: emergency.id, of };
      },
    },
    isHeard: () => access.devices.some(({ kind }) => kind === "screen"),
    onChange: ({ engine }) => {
      app.log.info({ voice: { engine } }, "the voice stands otherwise");
      const moment = moments.of(writer.state, writer.now());
      // Screens ask for the hall anew, which says who speaks.
      if (moment) topics.pass("lobby", { type: "hall", at: moment.zone.iso(moment.now) });
    },
  });
  topics.onPublish(() => {
    running.happened();
  });
  app.addHook("onClose", (_, done) => {
    running.stop();
    done();
  });
  return running.voice;
}
