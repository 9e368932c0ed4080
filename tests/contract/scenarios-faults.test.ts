import Database from "better-sqlite3";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databaseFile } from "../../server/store/database.ts";
import type { TicketHistory } from "../../shared/wire/ticket.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import { expected, type Person } from "../support/desk.ts";
import { hallUnder } from "../support/hub.ts";
import type { LiveFrame } from "../support/live-client.ts";
import { from, LiveHall } from "../support/live-hall.ts";
import { notice } from "../support/items.ts";
import { sendFile } from "../support/form.ts";
import { addressOf, routes } from "./every-route.ts";

/** The sample hall, without limits that the stories are not about. */
function hallFile(quota?: { day: number }): HallFile {
  const file = hallUnder({ onePerPerson: "off" });
  const services = file.services.map((each) => (each.id === "proof" && quota ? { ...each, quota } : each));
  return { ...file, services };
}

const called = (frames: readonly LiveFrame[]): unknown[] =>
  frames.flatMap(({ event }) => (event?.type === "called" ? [event["number"]] : []));

describe("faults that were seen in queue systems are absent", () => {
  let hall: LiveHall;
  let guide: Person;
  let station: Person;

  const open = async (options: Parameters<typeof LiveHall.start>[0] = { hall: hallFile() }): Promise<void> => {
    hall = await LiveHall.start(options);
    guide = await hall.desk.staff("guide");
    station = await hall.desk.station();
  };
  /** The same people before a hub that has started anew. */
  const restart = async (): Promise<void> => {
    const [asGuide, asStation] = [guide.headers, station.headers];
    await hall.restart();
    guide = hall.desk.as(asGuide);
    station = hall.desk.as(asStation);
  };

  beforeEach(() => open());
  afterEach(() => hall.end());

  it("two tickets with one number under load", async () => {
    const stations = [station, await hall.desk.station(), await hall.desk.station()];
    const taken = await Promise.all(
      Array.from({ length: 150 }, (_, index) => (stations[index % 3] ?? station).take("proof")),
    );
    const numbers = taken.map(({ number }) => number).sort();
    expect(numbers).toEqual(Array.from({ length: 150 }, (_, index) => `Z${String(index + 1).padStart(3, "0")}`));
    expect(new Set(taken.map(({ id }) => id)).size).toBe(150);
  });

  it("a number given again after an earlier ticket was deleted", async () => {
    const clerk = await hall.desk.clerkAt(7);
    const [first, second] = [await station.take("proof"), await station.take("proof")];
    expected(await guide.post(`/api/tickets/${second.id}/cancel`), 200);
    expect((await station.take("proof")).number).toBe("Z003");
    expected(await guide.post(`/api/tickets/${first.id}/cancel`), 200);
    await clerk.next();
    await clerk.serves();
    await restart();
    expect((await station.take("proof")).number).toBe("Z004");
  });

  it("two clerks with one resident", async () => {
    const clerks = [await hall.desk.clerkAt(2), await hall.desk.clerkAt(3), await hall.desk.clerkAt(7)];
    const one = await station.take("pension");
    const pressed = await Promise.all(clerks.map((clerk) => clerk.press("call-next")));
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const other = await station.take("pension");
    const free = clerks.filter((_, index) => pressed[index]?.status !== 200);
    const byNumber = await Promise.all(free.map((clerk) => clerk.press("call", { ticket: other.id, reason: "急" })));
    expect(byNumber.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [200, undefined],
      [409, "already-called"],
    ]);
    const { body } = await guide.get<{ items: { ticket: { id: string } | null }[] }>("/api/counters");
    const inHands = body.items.flatMap(({ ticket }) => (ticket ? [ticket.id] : []));
    expect(inHands.sort()).toEqual([one.id, other.id].sort());
  });

  it("a call inside the gap between two polls never shown", async () => {
    const clerk = await hall.desk.clerkAt(7);
    for (let count = 0; count < 3; count += 1) await station.take("proof");
    const { client: faithful, snapshot } = await hall.watching("lobby");
    await Promise.all([
      clerk.press("call-next"),
      clerk.press("finish", { arrived: true, next: true }),
      clerk.press("finish", { arrived: true, next: true }),
      clerk.press("finish", { arrived: true }),
    ]);
    expect(called(await faithful.numbered())).toEqual(["Z001", "Z002", "Z003"]);
    const away = await hall.open();
    away.watch("lobby", from(snapshot));
    expect(called(await away.numbered())).toEqual(["Z001", "Z002", "Z003"]);
  });

  it("several calls at once where only the last is shown", async () => {
    const at = { 1: "allowance", 2: "pension", 3: "medical", 4: "birth", 5: "veterans", 7: "proof", 8: "advice" };
    const clerks = await Promise.all(Object.keys(at).map((counter) => hall.desk.clerkAt(Number(counter))));
    for (const service of Object.values(at)) await station.take(service);
    const { client } = await hall.watching("lobby");
    const tickets = await Promise.all(clerks.map((clerk) => clerk.next()));
    const numbers = tickets.map(({ number }) => number);
    expect(called(await client.numbered()).sort()).toEqual([...numbers].sort());
    const { snapshot } = await hall.watching("lobby");
    const calls = snapshot.data?.["calls"] as { number: string }[];
    expect(calls.map(({ number }) => number).sort()).toEqual([...numbers].sort());
  });

  it("a reconnecting board that misses what happened meanwhile, or is told again of everything still called", async () => {
    const [four, seven] = [await hall.desk.clerkAt(4), await hall.desk.clerkAt(7)];
    for (const service of ["proof", "proof", "household"]) await station.take(service);
    const { client, snapshot } = await hall.watching("lobby");
    await seven.next();
    const seen = (await client.numbered()).at(-1)?.seq;
    client.close();
    await four.next();
    await seven.ends("finish", { arrived: true, next: true });
    await restart();
    const back = await hall.open();
    back.watch("lobby", from(snapshot, seen));
    const frames = await back.numbered();
    expect(frames.map(({ t }) => t)).not.toContain("snapshot");
    expect(called(frames)).toEqual(["H001", "Z002"]);
  });

  it("quota overrun by parallel requests", async () => {
    await hall.end();
    await open({ hall: hallFile({ day: 10 }) });
    const other = await hall.desk.station();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        (index % 3 === 0 ? guide : index % 3 === 1 ? station : other).post("/api/tickets", { service: "proof" }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(10);
    const codes = answers.flatMap((answer) => (answer.status === 201 ? [] : [answer.body.code]));
    expect(new Set(codes)).toEqual(new Set(["quota-reached"]));
  });

  it("a GET that changes state", async () => {
    const clerk = await hall.desk.clerkAt(7);
    const [inHand, waiting] = [await station.take("proof"), await station.take("proof")];
    await clerk.next();
    const person = { name: "欧阳明日香", phone: "13912345678" };
    const asked = { service: "medical", start: "2026-11-25T11:00:00+08:00", person };
    const booking = expected(await hall.desk.stranger().post<{ token: string }>("/api/bookings", asked), 201);
    const screen = await hall.desk.device("screen");
    const item = expected(await (await hall.desk.manager()).post<{ id: string }>("/api/items", notice), 201);
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#123" } })
      .png()
      .toBuffer();
    const { media } = await sendFile(hall.hub, await hall.desk.manager(), { bytes });
    hall.hub.clock.advance({ minutes: 1 });
    const file = new Database(databaseFile(hall.hub.data), { readonly: true });
    const written = (): unknown => file.pragma("data_version", { simple: true });
    const seq = (): number => hall.hub.hub.context.writer.state.seq;
    const before = [written(), seq()];
    const pages = ["/", "/station/", "/display/", "/panel/", "/console/", "/m/", `/m/t/${waiting.token}`, "/metrics"];
    const people = [await hall.desk.manager(), guide, clerk, station, screen, hall.desk.stranger()];
    const statuses = new Map<string, number[]>();
    for (const path of pages) await hall.hub.app.inject({ method: "GET", url: path });
    await hall.hub.app.inject({ method: "GET", url: media.url });
    // `/healthz` tries the disk, with a row that means nothing; a file's bytes, asked for above, are no JSON.
    const apart = ["/healthz", "/media/{sha256}"];
    for (const route of routes.filter(({ method, path }) => method === "GET" && !apart.includes(path))) {
      const token = route.path.includes("/b/") ? booking.token : waiting.token;
      const ids = { services: "medical", items: item.id, screens: screen.id, media: media.id };
      const id = Object.entries(ids).find(([of]) => route.path.includes(`/${of}/`))?.[1] ?? inHand.id;
      const queries = {
        "/slots": "?date=2026-11-25",
        "/voice/clip": "?number=X001&counter=7&lang=zh",
        "/voice/emergency": "?lang=zh&template=fire",
      };
      const query = Object.entries(queries).find(([end]) => route.path.endsWith(end))?.[1] ?? "";
      const url = addressOf(route, { id, number: "7", token }) + query;
      const answers: number[] = [];
      for (const who of people)
        for (let time = 0; time < 2; time += 1) answers.push((await who.ask("GET", url)).status);
      statuses.set(url, answers);
    }
    expect([written(), seq()]).toEqual(before);
    await hall.hub.app.inject({ method: "GET", url: "/healthz" });
    expect(seq()).toBe(before[1]);
    // Each was answered with what it is for, by somebody; this hub has no voice, and says so.
    const meant = (url: string): number => (/^\/api\/voice\/(clip|emergency)/.test(url) ? 503 : 200);
    for (const [url, answers] of statuses) expect([url, answers]).toEqual([url, expect.arrayContaining([meant(url)])]);
    file.close();
  });

  it("one resident's ticket page showing another's", async () => {
    const [mine, other] = [await station.take("proof"), await station.take("proof")];
    const stranger = hall.desk.stranger();
    expect((await stranger.get<{ id: string }>(`/api/t/${mine.token}`)).body.id).toBe(mine.id);
    const half = Math.floor(mine.token.length / 2);
    const mixed = mine.token.slice(0, half) + other.token.slice(half);
    for (const token of [mixed, mine.id, mine.number, mine.token.slice(0, -1), `${mine.token}A`])
      expect((await stranger.get(`/api/t/${encodeURIComponent(token)}`)).status).toBe(404);
    const { client } = await hall.watching(`ticket/${mine.token}`);
    await guide.post(`/api/tickets/${other.id}/cancel`);
    await (await hall.desk.clerkAt(7)).next();
    const told = (await client.rest()).flatMap(({ event }) =>
      event && "ticket" in event ? [(event["ticket"] as { id: string }).id] : [],
    );
    expect([...new Set(told)]).toEqual([mine.id]);
  });

  it("waits recomputed at recall", async () => {
    const clerk = await hall.desk.clerkAt(7);
    const { id, queuedAt } = await station.take("proof");
    hall.hub.clock.advance({ minutes: 5 });
    const { calledAt } = await clerk.next();
    for (let time = 0; time < 3; time += 1) {
      hall.hub.clock.advance({ minutes: 2 });
      const again = await clerk.does("recall");
      expect([again.queuedAt, again.calledAt, again.calls]).toEqual([queuedAt, calledAt, time + 2]);
    }
    await clerk.serves();
    const { legs } = await guide.ticket(id);
    expect([legs[0]?.queuedAt, legs[0]?.calledAt]).toEqual([queuedAt, calledAt]);
  });

  it("a ticket marked served that nobody served", async () => {
    const clerk = await hall.desk.clerkAt(7);
    const [absent, served, waiting] = [
      await station.take("proof"),
      await station.take("proof"),
      await station.take("proof"),
    ];
    await clerk.next();
    expect((await clerk.press("finish", { outcome: "done" })).body.code).toBe("not-started");
    await clerk.does("recall");
    await clerk.does("recall");
    hall.hub.clock.advance({ seconds: 60 });
    expect((await clerk.ends("miss", { next: true })).next?.id).toBe(served.id);
    await clerk.does("start");
    hall.hub.clock.set("2026-11-26T09:00:00+08:00");
    await station.take("proof");
    const ends = await Promise.all([absent, served, waiting].map(async ({ id }) => (await guide.ticket(id)).state));
    expect(ends).toEqual(["expired", "unfinished", "expired"]);
    for (const { id } of [absent, served, waiting]) {
      const { items } = expected(await guide.get<TicketHistory>(`/api/tickets/${id}/history`), 200);
      expect(items.map(({ type }) => type)).not.toContain("ticket-finished");
    }
  });

  it("the board stale after an idle weekend", async () => {
    hall.hub.clock.set("2026-11-27T16:30:00+08:00");
    const clerk = await hall.desk.clerkAt(7);
    await station.take("proof");
    await clerk.next();
    const { client } = await hall.watching("lobby");
    hall.hub.clock.set("2026-11-30T08:20:00+08:00");
    // Nobody asks the hub for anything: it turns the day and tells the board by itself.
    const { event } = await client.until((frame) => frame.event?.type === "day");
    expect(event).toMatchObject({ date: "2026-11-30" });
    const { snapshot } = await hall.watching("lobby");
    expect(snapshot.data).toMatchObject({ date: "2026-11-30", calls: [] });
    expect(Object.values((snapshot.data?.["waiting"] ?? {}) as Record<string, number>).every((n) => n === 0)).toBe(
      true,
    );
  });
});
