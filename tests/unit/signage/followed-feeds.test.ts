import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fetched, Validators } from "../../../server/signage/feeds/fetch-feed.ts";
import { FollowedFeeds, type FeedParts } from "../../../server/signage/feeds/followed-feeds.ts";
import { loadFeeds, saveFeeds } from "../../../server/signage/feeds/kept-feeds.ts";

const URL_A = "https://news.example/a.xml";
const URL_B = "https://news.example/b.xml";

describe("the feeds that are followed", () => {
  let folder = "";
  /** What is to be done, and when: nothing happens by itself. */
  let planned: { readonly task: () => void; readonly minutes: number; isOff: boolean }[] = [];
  let answers: (Fetched | Error)[] = [];
  let asked: { readonly url: string; readonly known: Validators }[] = [];
  let troubles: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lundao-"));
    planned = [];
    answers = [];
    asked = [];
    troubles = [];
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const news = (title: string, etag: string | null = null): Fetched => ({
    body: new TextEncoder().encode(title),
    contentType: null,
    etag,
    lastModified: null,
  });
  const open = (more: Partial<FeedParts> = {}): FollowedFeeds =>
    new FollowedFeeds({
      fetch: (url, known) => {
        asked.push({ url, known: { etag: known.etag, lastModified: known.lastModified } });
        const answer = answers.shift() ?? new Error("the internet is away");
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      read: (body) => {
        const title = Buffer.from(body).toString();
        return Promise.resolve(title === "no feed" ? null : [{ title, text: "", at: "2026-11-25T01:00:00.000Z" }]);
      },
      kept: loadFeeds(folder),
      save: (feeds) => {
        saveFeeds(folder, feeds);
      },
      iso: (at) => new Date(at + 8 * 3_600_000).toISOString().replace("Z", "+08:00"),
      onTrouble: (host, why) => troubles.push(`${host} ${why}`),
      random: () => 0.5,
      later: (task, millis) => {
        const plan = { task, minutes: millis / 60_000, isOff: false };
        planned.push(plan);
        return () => (plan.isOff = true);
      },
      ...more,
    });
  /** Does the next thing planned, and waits until what follows is planned. */
  const next = async (): Promise<number> => {
    const plan = planned.shift();
    if (!plan) throw new Error("nothing is planned");
    plan.task();
    await new Promise((resolve) => setImmediate(resolve));
    return planned.at(-1)?.minutes ?? Number.NaN;
  };
  const titles = (feeds: FollowedFeeds, url = URL_A) => feeds.of(url)?.map(({ title }) => title) ?? null;

  it("are fetched at once, and then every quarter of an hour, asking only for what has changed", async () => {
    const feeds = open();
    answers = [news("one", '"1"'), "unchanged", news("two", '"2"')];
    feeds.follow([URL_A]);
    expect(planned.map(({ minutes }) => minutes)).toEqual([0]);
    expect(titles(feeds)).toBeNull();
    expect(await next()).toBe(15);
    expect(feeds.of(URL_A)).toEqual([{ title: "one", text: "", at: "2026-11-25T09:00:00.000+08:00" }]);
    expect(await next()).toBe(15);
    expect(titles(feeds)).toEqual(["one"]);
    await next();
    expect(titles(feeds)).toEqual(["two"]);
    expect(asked.map(({ known }) => known.etag)).toEqual([null, '"1"', '"1"']);
  });

  it("tell of it when their entries have changed, and only then", async () => {
    const feeds = open();
    let changes = 0;
    feeds.onChange(() => (changes += 1));
    answers = [news("one"), news("one"), "unchanged", news("two")];
    feeds.follow([URL_A]);
    const seen = [];
    while (answers.length > 0) {
      await next();
      seen.push(changes);
    }
    expect(seen).toEqual([1, 1, 1, 2]);
  });

  it("are asked for more seldom while they fail, and what there was of them stays", async () => {
    const feeds = open();
    answers = [news("one")];
    feeds.follow([URL_A]);
    await next();
    const minutes = [];
    for (let tries = 0; tries < 8; tries += 1) minutes.push(await next());
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(titles(feeds)).toEqual(["one"]);
    expect(troubles[0]).toBe("news.example the internet is away");
    answers = [news("no feed"), news("two")];
    expect(await next()).toBe(60);
    expect(troubles.at(-1)).toBe("news.example is no feed");
    expect(await next()).toBe(15);
    expect(titles(feeds)).toEqual(["two"]);
  });

  it("are there after a restart, with the internet away", async () => {
    const before = open();
    answers = [news("one", '"1"'), news("other")];
    before.follow([URL_A, URL_B]);
    await next();
    await next();
    before.stop();
    planned = [];
    const feeds = open();
    feeds.follow([URL_A, URL_B]);
    expect([titles(feeds), titles(feeds, URL_B)]).toEqual([["one"], ["other"]]);
    await next();
    expect(titles(feeds)).toEqual(["one"]);
    expect(asked.at(-1)?.known.etag).toBe('"1"');
    expect(statSync(join(folder, "feeds.json")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["feeds.json"]);
  });

  it("are fetched no more once nobody names them, whatever was on its way", async () => {
    const feeds = open();
    answers = [news("one")];
    feeds.follow([URL_A]);
    const [first] = planned;
    feeds.follow([URL_B]);
    expect(planned.map(({ isOff }) => isOff)).toEqual([true, false]);
    first?.task();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual([]);
    // Named again, it is one line again and not two.
    feeds.follow([URL_B]);
    expect(planned.length).toBe(2);
  });

  it("are asked one after the other", async () => {
    let atOnce = 0;
    let most = 0;
    const feeds = open({
      fetch: async () => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise((resolve) => setImmediate(resolve));
        atOnce -= 1;
        return news("one");
      },
    });
    feeds.follow([URL_A, URL_B]);
    for (const { task } of planned.splice(0)) task();
    await expect.poll(() => titles(feeds, URL_B)).toEqual(["one"]);
    expect(most).toBe(1);
  });

  it("begin anew where their file is spoilt, and live with a disk that takes nothing", async () => {
    writeFileSync(join(folder, "feeds.json"), '{"version":1,"feeds":[');
    const feeds = open({
      save: () => {
        throw new Error("ENOSPC");
      },
    });
    answers = [news("one")];
    feeds.follow([URL_A]);
    await next();
    expect(titles(feeds)).toEqual(["one"]);
    expect(troubles).toEqual(["disk ENOSPC"]);
  });
});
