/** Puts what lobby screens show besides calls together with the rest of the hub. */
import type { FastifyBaseLogger } from "fastify";
import { playHeadings } from "../shared/text/plays.ts";
import { showingReason } from "../shared/text/showing.ts";
import type { Access } from "./access/access.ts";
import type { Context } from "./commands/context.ts";
import type { Feeds } from "./commands/lobby-ports.ts";
import type { HubTopics } from "./live/hub-topics.ts";
import type { Presence } from "./live/presence.ts";
import { messageOf } from "./message-of.ts";
import type { Hub } from "./routes/kit.ts";
import { Signage } from "./signage/signage.ts";

export interface SignageWiring {
  readonly context: Context;
  readonly access: Access;
  readonly topics: HubTopics;
  readonly presence: Presence;
  readonly log: FastifyBaseLogger;
  readonly feeds: Feeds | undefined;
}

export const lobbyWords: Hub["lobbyWords"] = { showingReason, playHeadings };

/** It shows nothing until its first `refresh`. */
export function startSignage({ context, access, topics, presence, log, feeds }: SignageWiring): Signage {
  const { store, writer, moments } = context;
  const signage = new Signage({
    store,
    hall: () => writer.state.hall,
    devices: () => access.devices,
    isConnected: (device) => presence.of(device).connected,
    feeds,
    pass: (topic, event) => {
      topics.pass(topic, event);
    },
    now: () => writer.now(),
    iso: (at) => moments.of(writer.state, at)?.zone.iso(at) ?? new Date(at).toISOString(),
    onFailure: (error) => {
      log.error({ err: { name: "signage", message: messageOf(error) } }, "what screens show could not be made ready");
    },
  });
  topics.onPublish(() => {
    signage.hallMayHaveChanged();
  });
  return signage;
}
