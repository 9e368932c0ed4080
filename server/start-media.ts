/** The media of a running hub, and its clearing out. */
import type { FastifyBaseLogger } from "fastify";
import type { Context } from "./commands/context.ts";
import { removeUnnamedMedia } from "./commands/media-commands.ts";
import type { DiskRoom } from "./commands/ports.ts";
import type { Config } from "./config/config.ts";
import { naming } from "./config/wrong-setting.ts";
import { startMedia, type Media } from "./signage/media/start.ts";
import { Workshop } from "./signage/media/workshop.ts";
import { diskRoom } from "./store/disk-room.ts";

const SWEEPING_MILLIS = 60 * 60_000;

export interface MediaParts {
  readonly config: Config;
  readonly context: Context;
  /** What `media.worker` is started from. */
  readonly program: string;
  readonly room: DiskRoom | undefined;
  readonly log: FastifyBaseLogger;
}

export interface RunningMedia extends Media {
  readonly workshop: Workshop;
  stop(): void;
}

/** Throws `WrongSetting` where the data folder cannot be used. */
export function runMedia({ config, context, program, room, log }: MediaParts): RunningMedia {
  const workshop = new Workshop(program);
  const { dataFolder, mediaLimits: limits } = config;
  const media = naming("LUNDAO_DATA", () =>
    startMedia(context, { dataFolder, room: room ?? diskRoom(dataFolder), limits, workshop }),
  );
  const sweeping = setInterval(() => {
    media.store
      .remove(() => context.writer.submit(removeUnnamedMedia))
      .then(() => media.store.sweep())
      .catch((error: unknown) => {
        const message = error instanceof Error ? error.message : "unknown";
        log.error({ err: { name: "media", message } }, "unused files could not be taken away");
      });
  }, SWEEPING_MILLIS).unref();
  return {
    ...media,
    workshop,
    stop() {
      clearInterval(sweeping);
      workshop.stop();
    },
  };
}
