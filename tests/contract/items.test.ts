import { beforeAll, describe, expect, it } from "vitest";
import type { Item, ItemVersion, ScreenContent, Showing } from "../../shared/wire/lobby.ts";
import { expected, type Person } from "../support/desk.ts";
import { LiveHall } from "../support/live-hall.ts";
import { anImage, aVideo, hand, notice, publish } from "../support/items.ts";

describe("what lobby screens show besides calls", () => {
  let hall: LiveHall;
  let author: Person;
  let colleague: Person;
  let screen: Person;

  beforeAll(async () => {
    hall = await LiveHall.start();
    author = await hall.desk.staff("editor");
    colleague = await hall.desk.staff("editor");
    screen = await hall.desk.device("screen");
    return () => hall.end();
  });

  const write = async (body: object = notice, who = author): Promise<Item> =>
    expected(await who.post<Item>("/api/items", body), 201);
  const item = async (id: string, who = author): Promise<Item> =>
    expected(await who.get<Item>(`/api/items/${id}`), 200);
  const change = (id: string, body: object, who = author) => who.ask<Item>("PATCH", `/api/items/${id}`, { body });
  /** The version that stands on the screen. */
  const shown = async (id: string, who = screen): Promise<number[]> => {
    const { items = [] } = expected(await who.get<ScreenContent>("/api/screens/self/content"), 200);
    return items.flatMap((each) => (each.id === id ? [each.version] : []));
  };

  describe("from draft to the wall", () => {
    it("begins as a draft that says what was left out of it, and shows nowhere", async () => {
      const draft = await write();
      expect(draft).toMatchObject({
        state: "draft",
        version: 1,
        publishedVersion: null,
        own: true,
        author: "editor 1",
        seconds: 15,
        priority: 0,
        schedule: {},
        targets: {},
        media: null,
        url: null,
        note: null,
      });
      expect(await item(draft.id, colleague)).toEqual({ ...draft, own: false });
      expect(await shown(draft.id)).toEqual([]);
    });

    it("is looked at by somebody else than its author, and shows once that one approves", async () => {
      const { id } = await write();
      expect((await hand(author, id, "approve")).body).toMatchObject({ code: "own-work", status: 403 });
      expect((await hand(colleague, id, "approve")).body.code).toBe("not-in-review");
      expect((await hand(author, id, "submit")).body).toMatchObject({ state: "review" });
      expect((await hand(author, id, "submit")).body.code).toBe("not-a-draft");
      expect((await hand(author, id, "approve")).body.code).toBe("own-work");
      expect(await shown(id)).toEqual([]);
      const published = expected(await colleague.post<Item>(`/api/items/${id}/approve`), 200);
      expect(published).toMatchObject({ state: "published", publishedVersion: 1, decidedBy: "editor 2" });
      expect(await shown(id)).toEqual([1]);
      expect((await hand(colleague, id, "approve")).body.code).toBe("not-in-review");
    });

    it("goes back with a note, which staff read, and is handed in anew only once it is changed", async () => {
      const { id } = await write();
      await hand(author, id, "submit");
      const note = "电话写错了,应为8801";
      expect((await colleague.post(`/api/items/${id}/reject`, { note: "" })).body.field).toBe("note");
      expected(await colleague.post(`/api/items/${id}/reject`, { note }), 200);
      expect(await item(id)).toMatchObject({ state: "draft", note, decidedBy: "editor 2" });
      expect((await item(id, await hall.desk.staff("clerk"))).note).toBe(note);
      expect((await item(id, await hall.desk.staff("supervisor"))).note).toBeNull();
      expect((await hand(author, id, "submit")).body.code).toBe("not-a-draft");
      expect((await colleague.post(`/api/items/${id}/reject`, { note })).body.code).toBe("not-in-review");
      expect((await change(id, { title: { zh: "电话8801", en: "Call 8801" } })).body).toMatchObject({
        version: 2,
        note: null,
      });
      expect((await hand(author, id, "submit")).status).toBe(200);
      const { items } = expected(await author.get<{ items: ItemVersion[] }>(`/api/items/${id}/versions`), 200);
      expect(items.map(({ version, state, note: why }) => [version, state, why])).toEqual([
        [2, "review", null],
        [1, "rejected", note],
      ]);
    });

    it("keeps what was approved on the screens until a change to it is approved too", async () => {
      const id = await publish(author, colleague);
      const other = { title: { zh: "改过", en: "Changed" } };
      expect((await change(id, other, colleague)).body).toMatchObject({
        state: "draft",
        version: 2,
        publishedVersion: 1,
      });
      expect(await shown(id)).toEqual([1]);
      await hand(colleague, id, "submit");
      expect(await shown(id)).toEqual([1]);
      expect((await hand(colleague, id, "approve")).body.code).toBe("own-work");
      expect((await hand(author, id, "approve")).status).toBe(200);
      expect(await shown(id)).toEqual([2]);
    });

    it("is a draft again where it is edited in review", async () => {
      const { id } = await write();
      await hand(author, id, "submit");
      expect((await change(id, { seconds: 20 })).body).toMatchObject({ state: "draft", version: 2 });
      expect((await hand(colleague, id, "approve")).body.code).toBe("not-in-review");
    });

    it("is approved and sent back only as it was looked at, where that is said", async () => {
      const { id } = await write();
      await hand(author, id, "submit");
      expect((await change(id, { title: { zh: "别的", en: "Another" } })).body).toMatchObject({ version: 2 });
      await hand(author, id, "submit");
      const late = { status: 409, body: { code: "changed-meanwhile" } };
      expect(await colleague.post(`/api/items/${id}/approve`, { version: 1 })).toMatchObject(late);
      expect(await colleague.post(`/api/items/${id}/reject`, { version: 1, note: "电话写错了" })).toMatchObject(late);
      expect(await item(id)).toMatchObject({ state: "review", version: 2, publishedVersion: null, decidedBy: null });
      expect(await shown(id)).toEqual([]);
      const none = await colleague.post(`/api/items/${id}/approve`, { version: 0 });
      expect(none.body).toMatchObject({ code: "invalid-request", field: "version" });
      expect((await colleague.post(`/api/items/${id}/approve`, { version: 2 })).status).toBe(200);
      expect(await shown(id)).toEqual([2]);
      await change(id, { seconds: 20 });
      await hand(author, id, "submit");
      expect((await colleague.post(`/api/items/${id}/reject`, { version: 3, note: "太长" })).status).toBe(200);
    });

    it("is one item and one step of a request that is repeated with its key", async () => {
      const key = { "idempotency-key": "pressed-once" };
      const first = await author.post<Item>("/api/items", notice, key);
      expect((await author.post<Item>("/api/items", notice, key)).body).toEqual(first.body);
      expect((await author.post(`/api/items/${first.body.id}/submit`, {}, key)).body.code).toBe("key-reused");
      const other = { "idempotency-key": "and-handed-in" };
      const handed = await author.post<Item>(`/api/items/${first.body.id}/submit`, {}, other);
      expect(handed.body.state).toBe("review");
      expect((await author.post(`/api/items/${first.body.id}/submit`, {}, other)).body).toEqual(handed.body);
    });

    it("does not let one go over what another has written meanwhile, unless that is meant", async () => {
      const { id } = await write();
      expect((await change(id, { from: 1, seconds: 20 }, colleague)).body).toMatchObject({ version: 2 });
      const late = { seconds: 30, title: { zh: "晚了", en: "Too late" } };
      const refused = await author.ask("PATCH", `/api/items/${id}`, { body: { ...late, from: 1 } });
      expect(refused).toMatchObject({ status: 409, body: { code: "changed-meanwhile" } });
      expect(await item(id)).toMatchObject({ version: 2, seconds: 20, title: notice.title });
      expect((await change(id, { ...late, from: 2 })).body).toMatchObject({ version: 3, seconds: 30 });
    });

    it("takes as long as its video where nobody says how long, and tells what comes of it where somebody does", async () => {
      const media = await aVideo(hall.hub, 75.4);
      const whole = await write({ kind: "video", title: notice.title, media });
      expect(whole.seconds).toBe(76);
      const turns = [];
      for (const seconds of [20, 600]) {
        const id = await publish(author, colleague, { kind: "video", title: notice.title, media, seconds });
        const self = expected(await screen.get<{ id: string }>("/api/devices/self"), 200);
        const { items } = expected(await author.get<Showing>(`/api/screens/${self.id}/showing`), 200);
        turns.push(items.find((each) => each.item === id)?.seconds);
        await hand(author, id, "withdraw");
      }
      expect(turns).toEqual([20, 76]);
    });

    it("makes no version of a change that changes nothing", async () => {
      const { id } = await write();
      await hand(author, id, "submit");
      const same = await change(id, { title: { en: notice.title.en, zh: notice.title.zh }, seconds: 15 }, colleague);
      expect(same.body).toMatchObject({ state: "review", version: 1, author: "editor 1" });
    });

    it("is taken off, once, and comes back through another review", async () => {
      const id = await publish(author, colleague);
      expect((await hand(author, id, "withdraw")).body).toMatchObject({ state: "withdrawn", publishedVersion: null });
      expect(await shown(id)).toEqual([]);
      expect((await hand(author, id, "withdraw")).body.code).toBe("not-published");
      expect((await hand(author, id, "submit")).body.code).toBe("item-over");
      expect((await change(id, {})).body).toMatchObject({ state: "draft", version: 2 });
      await hand(author, id, "submit");
      await hand(colleague, id, "approve");
      expect(await shown(id)).toEqual([2]);
      const { items } = expected(await author.get<{ items: ItemVersion[] }>(`/api/items/${id}/versions`), 200);
      expect(items.map(({ state }) => state)).toEqual(["published", "withdrawn"]);
    });

    it("leaves a draft of a later version where the published one is taken off", async () => {
      const id = await publish(author, colleague);
      await change(id, { seconds: 40 });
      expect((await hand(colleague, id, "withdraw")).body).toMatchObject({
        state: "draft",
        version: 2,
        publishedVersion: null,
      });
      expect(await shown(id)).toEqual([]);
      const { items } = expected(await author.get<{ items: ItemVersion[] }>(`/api/items/${id}/versions`), 200);
      expect(items.map(({ state }) => state)).toEqual(["draft", "withdrawn"]);
    });
  });

  describe("a draft that nobody wants", () => {
    const throwAway = (id: string, who = author) => who.ask("DELETE", `/api/items/${id}`);

    it("goes with all its versions, at its author's word or a manager's, and is nowhere any more", async () => {
      const [{ id }, { id: other }] = [await write(), await write()];
      await change(id, { seconds: 20 });
      await hand(author, id, "submit");
      expected(await colleague.post(`/api/items/${id}/reject`, { note: "不用放了" }), 200);
      expect((await throwAway(id)).status).toBe(204);
      expect((await throwAway(other, await hall.desk.manager())).status).toBe(204);
      for (const gone of [id, other]) {
        expect((await author.get(`/api/items/${gone}`)).status).toBe(404);
        expect((await author.get(`/api/items/${gone}/versions`)).status).toBe(404);
        expect((await throwAway(gone)).status).toBe(404);
      }
      const { items } = expected(await author.get<{ items: Item[] }>("/api/items?state=draft"), 200);
      expect(items.filter((each) => each.id === id || each.id === other)).toEqual([]);
    });

    it("stays where a colleague has written in it, or has it to look at", async () => {
      const { id } = await write();
      expect((await throwAway(id, colleague)).body).toMatchObject({ code: "draft-of-another", status: 403 });
      await change(id, { seconds: 20 }, colleague);
      for (const who of [author, colleague]) expect((await throwAway(id, who)).body.code).toBe("draft-of-another");
      await hand(colleague, id, "submit");
      expect((await throwAway(id, await hall.desk.manager())).body).toMatchObject({
        code: "kept-for-good",
        status: 409,
      });
      expect(await item(id)).toMatchObject({ state: "review", version: 2 });
    });

    it("is no draft once a version of it stood on a wall: every version is kept, whatever became of it", async () => {
      const id = await publish(author, colleague);
      const manager = await hall.desk.manager();
      expect((await throwAway(id)).body.code).toBe("kept-for-good");
      await change(id, { seconds: 40 });
      expect((await throwAway(id)).body.code).toBe("kept-for-good");
      expect(await shown(id)).toEqual([1]);
      await hand(author, id, "withdraw");
      expect((await throwAway(id, manager)).body.code).toBe("kept-for-good");
      const { items } = expected(await author.get<{ items: ItemVersion[] }>(`/api/items/${id}/versions`), 200);
      expect(items.map(({ state }) => state)).toEqual(["draft", "withdrawn"]);
    });

    it("leaves the file that it showed to be taken away, and not before", async () => {
      const media = await anImage(hall.hub);
      const { id } = await write({ kind: "image", title: notice.title, media });
      expect((await author.ask("DELETE", `/api/media/${media}`)).body.code).toBe("still-needed");
      await throwAway(id);
      expect((await author.ask("DELETE", `/api/media/${media}`)).status).toBe(200);
    });
  });

  describe("before it is kept", () => {
    it("can be seen as screens would get it, and nothing is kept", async () => {
      const preview = async (body: object) =>
        expected(await author.post<{ item: Record<string, unknown> | null }>("/api/items/preview", body), 200).item;
      expect(await preview(notice)).toMatchObject({
        kind: "notice",
        html: { zh: "<p>请带<strong>身份证</strong></p>" },
        seconds: 15,
      });
      expect(await preview({ kind: "image", title: notice.title })).toBeNull();
      const { items } = expected(await author.get<{ items: Item[] }>("/api/items"), 200);
      expect(items.map(({ id }) => id)).not.toContain("preview");
    });
  });

  describe("lists", () => {
    it("what is asked for, the newest first, page by page", async () => {
      const made: string[] = [];
      const ticker = { kind: "ticker", title: notice.title };
      for (let count = 0; count < 101; count += 1) made.unshift((await write(ticker)).id);
      const clock = await write({ kind: "clock", title: { zh: "钟", en: "Clock" } });
      await hand(author, made[0] ?? "", "submit");
      const list = async (query: string) => {
        const body = expected(await colleague.get<{ items: Item[]; next?: string }>(`/api/items${query}`), 200);
        return { ids: body.items.map(({ id }) => id), next: body.next };
      };
      expect((await list("?kind=clock")).ids).toEqual([clock.id]);
      expect((await list("?state=review&kind=ticker")).ids).toEqual([made[0]]);
      const first = await list("?kind=ticker");
      expect(first.ids).toEqual(made.slice(0, 100));
      expect((await list(`?kind=ticker&after=${first.next ?? ""}`)).ids).toEqual(made.slice(100));
    });
  });

  describe("refuses by name", () => {
    const title = { zh: "标题", en: "Title" };
    it.each<[string, object]>([
      ["title.zh", { ...notice, title: { zh: " ", en: "x" } }],
      ["title.en", { ...notice, title: { zh: "a", en: "a\u0000" } }],
      ["body", { kind: "notice", title }],
      ["body", { ...notice, body: { zh: " ", en: "x" } }],
      ["body.zh", { ...notice, body: { zh: "\u001b[31m", en: "" } }],
      ["media", { kind: "image", title }],
      ["media", { kind: "image", title, media: "none" }],
      ["media", { ...notice, media: "none" }],
      ["url", { kind: "qr", title }],
      ["url", { kind: "qr", title, url: "javascript:alert(1)" }],
      ["url", { kind: "qr", title, url: "no address" }],
      ["url", { kind: "feed", title, url: "ftp://example.org/feed" }],
      ["url", { kind: "feed", title, url: "https://user:secret@example.org/feed" }],
      ["url", { kind: "feed", title }],
      ["url", { ...notice, url: "https://example.org" }],
      ["service", { kind: "guide", title, service: "none-such" }],
      ["service", { ...notice, service: "proof" }],
      ["schedule.from", { ...notice, schedule: { from: "2026-02-30" } }],
      ["schedule.until", { ...notice, schedule: { until: "2026-02-30T10:00+08:00" } }],
      ["schedule.until", { ...notice, schedule: { from: "2026-11-26", until: "2026-11-25" } }],
      ["schedule.until", { ...notice, schedule: { from: "2026-11-25T10:00+08:00", until: "2026-11-25T10:00+08:00" } }],
      ["schedule.hours.0", { ...notice, schedule: { hours: [["09:00"]] } }],
      ["targets.screens.0", { ...notice, targets: { screens: ["none-such"] } }],
      ["targets.areas.1", { ...notice, targets: { areas: ["main", "moon"] } }],
      ["seconds", { ...notice, seconds: 1 }],
      ["priority", { ...notice, priority: 10 }],
      ["kind", { ...notice, kind: "song" }],
    ])("%s: %j", async (field, body) => {
      const newest = async () => (await author.get<{ items: Item[] }>("/api/items")).body.items[0]?.id;
      const before = await newest();
      const { status, body: answer } = await author.post("/api/items", body);
      expect([status, answer.code, answer.field]).toEqual([400, "invalid-request", field]);
      expect(await newest()).toBe(before);
    });

    it("takes a day that begins and ends with itself, and a guide of a service of the hall", async () => {
      await write({ ...notice, schedule: { from: "2026-11-25", until: "2026-11-25", hours: [["22:00", "06:00"]] } });
      await write({ kind: "guide", title, service: "proof" });
      await write({ ...notice, targets: { screens: [screen.id], areas: ["main"], groups: ["east"] } });
    });

    it("a picture where a video is wanted, and what is gone by the time it is approved", async () => {
      const media = await anImage(hall.hub);
      expect((await author.post("/api/items", { kind: "video", title, media })).body.field).toBe("media");
      const { id } = await write({ kind: "image", title, media });
      await hand(author, id, "submit");
      await hall.hub.hub.context.writer.submit(({ tx }) => {
        tx.media.remove(media);
        return null;
      });
      expect((await hand(colleague, id, "approve")).body).toMatchObject({ code: "invalid-request", field: "media" });
      expect(await item(id)).toMatchObject({ state: "review" });
    });

    it("a kind that would change, and changes that would leave an item without what it needs", async () => {
      const { id } = await write();
      expect((await change(id, { kind: "ticker" })).body).toMatchObject({ field: "kind" });
      expect((await change(id, { body: { zh: "", en: "" } })).body).toMatchObject({ field: "body" });
      expect(await item(id)).toMatchObject({ version: 1 });
    });
  });

  it("stands after a restart as it stood before", async () => {
    const id = await publish(author, colleague);
    await change(id, { seconds: 40 });
    const before = await item(id);
    await hall.restart();
    expect(await item(id, hall.desk.as(author.headers))).toEqual(before);
    expect(await shown(id, hall.desk.as(screen.headers))).toEqual([1]);
  });
});
