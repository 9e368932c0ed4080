import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { end, startHub, type TestHub } from "../support/hub.ts";

const feed =
  "<rss version='2.0'><channel><title>街道</title><item><title>周五停电</title><pubDate>Wed, 25 Nov 2026 01:00:00 GMT</pubDate></item></channel></rss>";
const patience = { timeout: 15_000, interval: 50 };

describe("a hub's feeds", () => {
  let hub: TestHub | null = null;
  const server = createServer((_, response) => response.end(feed));

  afterEach(async () => {
    server.close();
    if (hub) await end(hub);
  });

  it("come from hosts that the hall allows, are read in a process of their own, and stay through a restart", async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // Of a server that listens on a port this is its address.
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/news.xml`;
    const env = { LUNDAO_FEED_HOSTS: "intranet.example, 127.0.0.1" };
    hub = await startHub({ env });
    let changes = 0;
    hub.hub.feeds.onChange(() => (changes += 1));
    hub.hub.feeds.follow([url]);
    await expect.poll(() => hub?.hub.feeds.of(url), patience).not.toBeNull();
    const entries = [{ title: "周五停电", text: "", at: "2026-11-25T09:00:00.000+08:00" }];
    expect([hub.hub.feeds.of(url), changes]).toEqual([entries, 1]);
    await hub.stop();
    server.closeAllConnections();
    hub = await startHub({ data: hub.data, clock: hub.clock, env });
    expect(hub.hub.feeds.of(url)).toEqual(entries);
  });
});
