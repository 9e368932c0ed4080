import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Clerk, Person } from "../support/desk.ts";
import { sampleHall, type TestHub } from "../support/hub.ts";
import type { LiveFrame } from "../support/live-client.ts";
import { from, LiveHall, types } from "../support/live-hall.ts";

/** A clerk who calls the ticket in hand so many times again, all in one commit. */
async function recalls({ hub }: TestHub, { counter, id }: Clerk, times: number): Promise<void> {
  await hub.context.writer.submit(({ execute }) => {
    for (let count = 0; count < times; count += 1)
      execute({ type: "recall", by: `user:${id}`, counter, clerk: id, ticket: null });
    return null;
  });
}

describe("who comes back to the hub", () => {
  let hall: LiveHall;
  let station: Person;

  beforeEach(async () => {
    hall = await LiveHall.start();
    station = await hall.desk.station();
  });

  afterEach(async () => {
    await hall.end();
  });

  it("resumes by seq and epoch, leaving nothing out and repeating nothing", async () => {
    const clerk = await hall.desk.clerkAt(4);
    const { client: faithful, snapshot } = await hall.watching("lobby");
    const seen: LiveFrame[] = [];
    for (let round = 0; round < 3; round += 1) {
      await station.take("household");
      await clerk.next();
      const back = await hall.open();
      back.watch("lobby", from(snapshot, seen.at(-1)?.seq ?? snapshot.seq));
      seen.push(...(await back.numbered()));
      back.close();
      await clerk.serves();
    }
    const all = await faithful.numbered();
    expect(types(seen)).not.toContain("snapshot");
    expect(seen).toEqual(all.slice(0, seen.length));
    expect(seen.length).toBeGreaterThanOrEqual(all.length - 2);
  });

  it("resumes after a restart of the hub on the same data, in the same words", async () => {
    const clerk = await hall.desk.clerkAt(4);
    const { client, snapshot } = await hall.watching("lobby");
    await station.take("household");
    await clerk.next();
    const before = await client.numbered();
    await hall.restart();
    const back = await hall.open();
    back.watch("lobby", from(snapshot));
    const after = await back.numbered();
    expect(after).toEqual(before);
  });

  it("has nothing to tell who has missed nothing", async () => {
    const { snapshot } = await hall.watching("lobby");
    const back = await hall.open();
    back.watch("lobby", from(snapshot));
    expect(await back.numbered()).toEqual([]);
  });

  it("goes on after a seq without naming an epoch", async () => {
    const { snapshot } = await hall.watching("lobby");
    await station.take("household");
    const back = await hall.open();
    back.watch("lobby", { since: from(snapshot).since });
    expect(types(await back.numbered())).toEqual(["waiting"]);
  });

  it("does not find what is not there, however much of it somebody says they have seen", async () => {
    const clerk = await hall.desk.staff("clerk");
    const { snapshot } = await hall.watching("lobby");
    const back = await hall.open(clerk);
    back.watch("counter/4", from(snapshot));
    back.watch("counter/99", from(snapshot));
    back.watch("ticket/forged", from(snapshot));
    expect((await back.rest()).map(({ topic, code }) => [topic, code])).toEqual([
      ["counter/99", "not-found"],
      ["ticket/forged", "not-found"],
    ]);
  });

  it("is told thousands of events over a real network, though they are more megabytes than it may owe", async () => {
    const clerk = await hall.desk.clerkAt(4);
    await station.take("household");
    await clerk.next();
    const { client, snapshot } = await hall.watching("queue", clerk);
    client.close();
    const { since, epoch } = from(snapshot);
    await recalls(hall.hub, clerk, 9000);
    const back = await hall.open(clerk);
    back.watch("queue", { since, epoch });
    await back.until(({ seq }) => seq === since + 4000);
    await clerk.does("start");
    await back.until(({ event }) => event?.type === "ticket-started");
    expect(back.frames.map(({ seq }) => seq)).toEqual(Array.from({ length: 9001 }, (_, index) => since + 1 + index));
    expect(JSON.stringify(back.frames).length).toBeGreaterThan(12 * 1024 * 1024);
  });

  it("leaves the hub free for everybody else, however often a stranger asks for the whole day again", async () => {
    const clerk = await hall.desk.clerkAt(4);
    await station.take("household");
    await clerk.next();
    const { snapshot } = await hall.watching("lobby");
    await recalls(hall.hub, clerk, 6000);
    const stranger = await hall.open();
    for (let count = 0; count < 60; count += 1) stranger.watch("lobby", from(snapshot));
    await stranger.next();
    expect((await hall.desk.stranger().get("/api/hall")).status).toBe(200);
    expect(stranger.frames.length).toBeLessThan(6000);
    await stranger.until(({ seq }) => seq === hall.hub.hub.context.writer.state.seq);
  });

  it("hears that the hall has another file since, which a new snapshot shows", async () => {
    const { snapshot } = await hall.watching("lobby");
    const changed = sampleHall();
    changed.counters = changed.counters.map((counter) =>
      counter.number === 4 ? { ...counter, label: { zh: "东厅4号", en: "East 4" } } : counter,
    );
    writeFileSync(join(hall.hub.data, "hall.json"), JSON.stringify(changed));
    await hall.restart({ args: ["--replace-hall"] });
    const back = await hall.open();
    back.watch("lobby", from(snapshot));
    expect(types(await back.numbered())).toEqual(["hall"]);
    back.watch("lobby");
    const { counters } = (await back.until(({ t }) => t === "snapshot")).data ?? {};
    expect(counters).toContainEqual(expect.objectContaining({ counter: 4, label: { zh: "东厅4号", en: "East 4" } }));
  });

  it("gives a snapshot for an unknown epoch or a seq that is ahead of the hub", async () => {
    const { snapshot } = await hall.watching("lobby");
    const { since, epoch } = from(snapshot);
    for (const known of [
      { since, epoch: "another" },
      { since: since + 1, epoch },
      { since: Number.MAX_SAFE_INTEGER, epoch },
    ]) {
      const back = await hall.open();
      back.watch("lobby", known);
      expect(await back.next()).toMatchObject({ t: "snapshot", seq: since, epoch });
    }
  });

  it("gives a snapshot where what was missed is of a day that is over and the hub has restarted since", async () => {
    const { snapshot } = await hall.watching("lobby");
    hall.hub.clock.set("2026-11-26T09:00:00+08:00");
    await station.take("household");
    await hall.restart();
    const back = await hall.open();
    back.watch("lobby", from(snapshot));
    expect(await back.next()).toMatchObject({ t: "snapshot", data: { date: "2026-11-26" } });
  });

  it("tells at once what passes without a number: who should be ready, how many are ahead", async () => {
    await hall.desk.clerkAt(4);
    const { client, snapshot } = await hall.watching("lobby");
    const ticket = await station.take("household");
    const ready = await client.until(({ event }) => event?.type === "ready");
    expect(ready).toMatchObject({ event: { numbers: [ticket.number] } });
    expect(ready.seq).toBeUndefined();
    const back = await hall.open();
    back.watch("lobby", from(snapshot));
    expect(types(await back.rest())).toEqual(["waiting", "ready"]);
    const { snapshot: mine } = await hall.watching(`ticket/${ticket.token}`);
    const again = await hall.open();
    again.watch(`ticket/${ticket.token}`, from(mine));
    expect(await again.next()).toMatchObject({ event: { type: "ahead", ahead: 0 } });
  });
});
