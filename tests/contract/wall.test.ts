import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Feeds } from "../../server/commands/lobby-ports.ts";
import type { FeedEntry, ScreenContent, ScreenItem } from "../../shared/wire/lobby.ts";
import { expected, type Person } from "../support/desk.ts";
import { anImage, hand, notice, publish } from "../support/items.ts";
import type { LiveClient, LiveFrame } from "../support/live-client.ts";
import { LiveHall } from "../support/live-hall.ts";

/** Feeds of which a test says what they hold. */
class GivenFeeds implements Feeds {
  readonly held = new Map<string, readonly FeedEntry[]>();
  followed: readonly string[] = [];
  #listener = (): void => undefined;

  of(url: string): readonly FeedEntry[] | null {
    return this.held.get(url) ?? null;
  }

  follow(urls: readonly string[]): void {
    this.followed = urls;
  }

  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  have(url: string, entries: readonly FeedEntry[]): void {
    this.held.set(url, entries);
    this.#listener();
  }
}

describe("what a screen is told to show", () => {
  let hall: LiveHall;
  let feeds: GivenFeeds;
  let author: Person;
  let colleague: Person;
  let screen: Person;

  beforeEach(async () => {
    feeds = new GivenFeeds();
    hall = await LiveHall.start({ feeds });
    author = await hall.desk.manager();
    colleague = await hall.desk.staff("editor");
    screen = await hall.desk.device("screen");
  });

  afterEach(async () => {
    await hall.end();
  });

  // The wire's promise for this topic.
  const contentOf = (frame: LiveFrame | undefined): ScreenContent | undefined =>
    (frame?.data?.["content"] ?? frame?.event?.["content"]) as ScreenContent | undefined;
  const told = async (client: LiveClient): Promise<(readonly string[])[]> =>
    (await client.rest()).flatMap((frame) => (frame.event?.type === "content" ? [titles(contentOf(frame))] : []));
  const titles = (content: ScreenContent | undefined): readonly string[] =>
    (content?.items ?? []).map(({ title }) => title.zh);
  const own = (who: Person, headers = {}) => who.ask<ScreenContent>("GET", "/api/screens/self/content", { headers });
  const items = async (): Promise<readonly ScreenItem[]> => (await own(screen)).body.items ?? [];
  const titled = (zh: string, more: object = {}) => ({ ...notice, title: { zh, en: zh }, ...more });

  it("comes with its topic, and at once whenever something is published, changed or taken off", async () => {
    const { client, snapshot } = await hall.watching(`screen/${screen.id}`, screen);
    expect(contentOf(snapshot)).toMatchObject({ items: [] });
    const id = await publish(author, colleague, titled("甲"));
    await publish(author, colleague, titled("乙"));
    expect(await told(client)).toEqual([["甲"], ["甲", "乙"]]);
    expected(await author.ask("PATCH", `/api/items/${id}`, { body: { seconds: 30 } }), 200);
    expect(await told(client)).toEqual([]);
    expected(await hand(author, id, "withdraw"), 200);
    expect(await told(client)).toEqual([["乙"]]);
    expect(contentOf((await hall.watching(`screen/${screen.id}`, screen)).snapshot)).toEqual((await own(screen)).body);
  });

  it("is told only to screens whose share has changed", async () => {
    const other = await hall.desk.device("screen");
    const put = (id: string, body: object) => author.ask("PUT", `/api/screens/${id}`, { body });
    expected(await put(other.id, { area: "desk", group: "east" }), 200);
    const { client } = await hall.watching(`screen/${screen.id}`, screen);
    const { client: atDesk } = await hall.watching(`screen/${other.id}`, other);
    await publish(author, colleague, titled("desk", { targets: { areas: ["desk"] } }));
    await publish(author, colleague, titled("east", { targets: { groups: ["east"] } }));
    await publish(author, colleague, titled("one", { targets: { screens: [screen.id] } }));
    expect(await told(client)).toEqual([["one"]]);
    expect(await told(atDesk)).toEqual([["desk"], ["desk", "east"]]);
    expected(await put(screen.id, { group: "east" }), 200);
    expect([await told(client), await told(atDesk)]).toEqual([[["east", "one"]], []]);
  });

  it("is numbered for everybody in the lobby's topic", async () => {
    const { client, snapshot } = await hall.watching("lobby");
    await publish(author, colleague, titled("甲", { targets: { screens: [screen.id] } }));
    const [event, ...more] = (await client.rest()).filter((frame) => frame.event?.type === "content");
    expect(more).toEqual([]);
    expect(event?.seq).toBeUndefined();
    expect(event?.event?.["content"]).not.toBe(snapshot.data?.["content"]);
    expect((await hall.watching("lobby")).snapshot.data?.["content"]).toBe(event?.event?.["content"]);
  });

  it("is left out where the screen holds it already, also after a restart", async () => {
    await publish(author, colleague);
    const { snapshot } = await hall.watching(`screen/${screen.id}`, screen);
    const { version } = contentOf(snapshot) ?? { version: "" };
    await hall.restart({ feeds });
    const back = await hall.open(screen);
    back.send({ t: "watch", topic: `screen/${screen.id}`, has: version });
    expect(contentOf((await back.next()) ?? undefined)).toEqual({ version });
    back.send({ t: "watch", topic: `screen/${screen.id}`, has: "older" });
    expect(contentOf((await back.next()) ?? undefined)).toEqual(contentOf(snapshot));
    const again = hall.desk.as(screen.headers);
    const answer = await own(again);
    expect(answer.headers["etag"]).toBe(`"${version}"`);
    for (const known of [`"${version}"`, `W/"${version}"`, `"x", "${version}"`]) {
      expect(await own(again, { "if-none-match": known })).toMatchObject({ status: 304, body: null });
    }
    expect((await own(again, { "if-none-match": '"x"' })).status).toBe(200);
  });

  it("is fetched where it is more than a frame holds, and no frame is too large", async () => {
    const { client } = await hall.watching(`screen/${screen.id}`, screen);
    const long = { zh: "字".repeat(6000), en: "" };
    for (let count = 0; count < 5; count += 1) {
      await publish(author, colleague, titled(String(count), { body: long }));
    }
    const frames = (await client.rest()).filter(({ event }) => event?.type === "content");
    expect(frames.map((frame) => contentOf(frame)?.items?.length)).toEqual([1, 2, 3, undefined, undefined]);
    for (const frame of frames) expect(Buffer.byteLength(JSON.stringify(frame))).toBeLessThan(64 * 1024);
    const { body } = await own(screen);
    expect([body.version, body.items?.length]).toEqual([contentOf(frames.at(-1))?.version, 5]);
    expect(contentOf((await hall.watching(`screen/${screen.id}`, screen)).snapshot)).toEqual({ version: body.version });
  });

  it("is cleaned, and names every file with its hash", async () => {
    const body = { zh: "**带** <b onclick=x>证</b> [网](https://x.example)", en: "![map](https://x.example/a.png)" };
    await publish(author, colleague, titled("甲", { body }));
    const pdf = await anImage(hall.hub, "pdf");
    await publish(author, colleague, { kind: "pdf", title: notice.title, media: pdf, body: { zh: "图注", en: "" } });
    const image = await anImage(hall.hub);
    await publish(author, colleague, { kind: "image", title: notice.title, media: image });
    const [cleaned, pages, picture] = await items();
    expect(cleaned?.html).toEqual({
      zh: "<p><strong>带</strong> &lt;b onclick=x&gt;证&lt;/b&gt; 网</p>",
      en: "<p>map</p>",
    });
    expect(cleaned).not.toHaveProperty("text");
    const page = { sha256: "ab".repeat(32), url: `/media/${"ab".repeat(32)}`, bytes: 900, type: "image/webp" };
    expect(pages).toMatchObject({ text: { zh: "图注" }, files: [{ ...page, width: 1080, height: 1528 }] });
    const file = { url: `/media/${"cd".repeat(32)}`, sha256: "cd".repeat(32), bytes: 1234, type: "image/webp" };
    expect(picture?.files).toEqual([{ ...file, width: 1920, height: 1080 }]);
  });

  it("is what each kind needs, and no item that has nothing to show", async () => {
    const title = notice.title;
    for (const kind of ["waiting", "counters", "today", "clock", "guide", "ticker"] as const) {
      await publish(author, colleague, { kind, title });
    }
    await publish(author, colleague, { kind: "guide", title, service: "proof" });
    await publish(author, colleague, { kind: "qr", title, url: "https://hall.example/m/" });
    await publish(author, colleague, { kind: "feed", title, url: "https://news.example/feed" });
    const shown = await items();
    expect(shown.map(({ kind, text, service, url }) => [kind, text, service, url])).toEqual([
      ["waiting", undefined, undefined, undefined],
      ["counters", undefined, undefined, undefined],
      ["today", undefined, undefined, undefined],
      ["clock", undefined, undefined, undefined],
      ["guide", undefined, undefined, undefined],
      ["ticker", title, undefined, undefined],
      ["guide", undefined, "proof", undefined],
      ["qr", undefined, undefined, "https://hall.example/m/"],
    ]);
  });

  it("has a feed's entries once there are any, and follows a feed only while it shows", async () => {
    const url = "https://news.example/feed";
    const { client } = await hall.watching(`screen/${screen.id}`, screen);
    const id = await publish(author, colleague, { kind: "feed", title: notice.title, url });
    expect([feeds.followed, await told(client)]).toEqual([[url], []]);
    const entry = { title: "新政", text: "明年起", at: null };
    feeds.have(url, [entry]);
    expect(await told(client)).toEqual([[notice.title.zh]]);
    expect((await items())[0]?.entries).toEqual([entry]);
    feeds.have(url, [entry]);
    expect(await told(client)).toEqual([]);
    expected(await hand(author, id, "withdraw"), 200);
    expect(feeds.followed).toEqual([]);
  });

  it("is nobody else's to read but the screen's own and staff's", async () => {
    const other = await hall.desk.device("screen");
    for (const who of [other, undefined]) {
      const client = await hall.open(who);
      client.watch(`screen/${screen.id}`);
      expect((await client.next())?.t).toBe("refused");
    }
    expect((await own(await hall.desk.device("station"))).status).toBe(403);
  });
});
