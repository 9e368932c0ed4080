/** The feeds of a running hub: fetched here, read in the workshop, kept in the data folder. */
import type { FastifyBaseLogger } from "fastify";
import type { Context } from "./commands/context.ts";
import type { Config } from "./config/config.ts";
import { fetchFeed, usualFetch } from "./signage/feeds/fetch-feed.ts";
import { FollowedFeeds } from "./signage/feeds/followed-feeds.ts";
import { loadFeeds, saveFeeds } from "./signage/feeds/kept-feeds.ts";
import type { Workshop } from "./signage/media/workshop.ts";

export interface FeedSettings {
  readonly config: Config;
  readonly context: Pick<Context, "writer" | "moments">;
  readonly workshop: Workshop;
  readonly log: FastifyBaseLogger;
}

export function runFeeds({ config, context, workshop, log }: FeedSettings): FollowedFeeds {
  const { dataFolder, feedHosts: allowedHosts } = config;
  return new FollowedFeeds({
    fetch: (url, known) => fetchFeed(url, known, { ...usualFetch, allowedHosts }),
    read: async (bytes, contentType) => {
      const answer = await workshop.do({ kind: "feed", bytes, contentType });
      return "entries" in answer ? answer.entries : null;
    },
    kept: loadFeeds(dataFolder),
    save: (feeds) => {
      saveFeeds(dataFolder, feeds);
    },
    iso: (at) => context.moments.of(context.writer.state, at)?.zone.iso(at) ?? new Date(at).toISOString(),
    onTrouble: (host, why) => {
      log.warn({ feed: { host, why } }, "a feed could not be fetched; what there was of it stays");
    },
  });
}
