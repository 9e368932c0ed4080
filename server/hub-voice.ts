/** Ties the hub's voice to what happens in the hall, and tells its screens when another engine speaks. */
import { join } from "node:path";
import type { Access } from "./access/access.ts";
import type { Moments } from "./commands/context.ts";
import type { Writer } from "./commands/writer.ts";
import type { Config } from "./config/config.ts";
import type { HubVoice } from "./commands/voice-port.ts";
import type { App } from "./routes/kit.ts";
import type { HubTopics } from "./live/hub-topics.ts";
import type { SpeechPackage } from "./voice/packaged-speech.ts";
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
  readonly topics: HubTopics;
  readonly app: App;
}

export function startHubVoice({ config, folders, writer, access, moments, topics, app }: Parts): HubVoice {
  const running = startVoice({
    config: config.voice,
    folder: join(config.dataFolder, "voice"),
    speechPackage: folders.speech ?? null,
    present: () => ({ state: writer.state, now: writer.now() }),
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
