import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { newTicketId } from "../../../server/commands/new-id.ts";
import type { Command } from "../../../server/domain/commands.ts";
import { canonical, folded } from "../domain/canonical.ts";
import { anySteps, commandOf, named, type Step } from "../domain/random-day.ts";
import { anyHall } from "../domain/random-hall.ts";
import { smallHall } from "../domain/small-hall.ts";
import { at, callNext, finish, HallOnDisk, issue } from "./on-disk.ts";
import { keptBookings, keptTickets, rebuiltBookings, rebuiltTickets } from "./rebuilt.ts";

describe("what is kept beside the journal", () => {
  let hall: HallOnDisk;

  afterEach(() => {
    hall.isGone();
  });

  const isRebuilt = (): void => {
    const journal = hall.journal();
    expect(keptTickets(hall)).toEqual(rebuiltTickets(journal));
    expect(keptBookings(hall)).toEqual(rebuiltBookings(journal));
  };

  it("is one row a ticket, and the journal alone gives the same rows", async () => {
    hall = await new HallOnDisk().opens();
    await hall.asks(issue("anna"), issue("alf"), callNext(1));
    await hall.asks(finish(1), callNext(1));
    expect(keptTickets(hall).map(({ id, state }) => [id, state])).toEqual([
      ["anna", "finished"],
      ["alf", "called"],
    ]);
    isRebuilt();
  });

  it("follows tickets that go back to their service because a counter closes, in the same turn or later", async () => {
    hall = await new HallOnDisk().opens();
    const transfer = {
      type: "transfer",
      by: "hub",
      ...at(1),
      ticket: null,
      service: null,
      to: 2,
      position: null,
    } as const;
    const close = { type: "close", by: "hub", ...at(2) } as const;
    await hall.asks(issue("anna"), callNext(1));
    await hall.asks(transfer, close);
    isRebuilt();
    await hall.asks({ type: "open", by: "hub", ...at(2) }, issue("alf"), callNext(1));
    await hall.asks(transfer);
    await hall.asks(close);
    isRebuilt();
  });

  it("keeps a day's tickets under its date when the day turns", async () => {
    hall = await new HallOnDisk().opens();
    await hall.asks(issue("anna"));
    hall.clock.set("2026-11-26T09:00:00+08:00");
    await hall.asks(issue("ada"));
    expect(keptTickets(hall).map(({ id, date, state, number }) => [id, date, state, number])).toEqual([
      ["anna", "2026-11-25", "expired", "A001"],
      ["ada", "2026-11-26", "waiting", "A001"],
    ]);
    isRebuilt();
  });

  it("finds a ticket of an earlier day by its id, and no other's by an id that names the same place", async () => {
    hall = await new HallOnDisk().opens();
    const issuedSeq = hall.writer.state.seq + 1;
    const id = newTicketId(issuedSeq);
    await hall.asks(issue(id));
    hall.clock.set("2026-11-26T09:00:00+08:00");
    await hall.asks(issue("ada"));

    expect(hall.store.findTicket(id)).toMatchObject({ id, issuedSeq, state: "expired" });
    expect(hall.store.findTicket(newTicketId(issuedSeq))).toBeNull();
    expect(hall.store.findTicket(newTicketId(issuedSeq + 1000))).toBeNull();
  });

  it("is the same after a restart, from the snapshot of the last close as from the very beginning", async () => {
    hall = await new HallOnDisk().opens();
    await hall.asks(issue("anna"), issue("alf"), callNext(1));
    hall.clock.set("2026-11-26T09:00:00+08:00");
    await hall.asks(issue("ada"), issue("abe"));
    await hall.asks({ type: "open", by: "hub", ...at(1) }, callNext(1));
    const before = canonical(hall.writer.state, hall.clock.now());
    expect(hall.query("select seq from snapshots")).toHaveLength(1);
    hall.restarts();
    expect(canonical(hall.writer.state, hall.clock.now())).toEqual(before);
    expect(canonical(folded(hall.journal()), hall.clock.now())).toEqual(before);
  });

  it("tells followers at the start what happened since the last close, and nothing older", async () => {
    const seen: string[] = [];
    const follower = {
      prepare: (event: { type: string }) => void seen.push(event.type),
      publish: () => undefined,
      discard: () => undefined,
    };
    hall = await new HallOnDisk([follower]).opens();
    await hall.asks(issue("anna"));
    hall.clock.set("2026-11-26T09:00:00+08:00");
    await hall.asks(issue("ada"));
    seen.length = 0;
    hall.restarts();
    expect(seen).toEqual(["day-opened", "ticket-issued"]);
  });

  it("holds through whatever days a hall may see", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyHall, anySteps, async (small, steps) => {
        hall = await new HallOnDisk().opens(smallHall({ ...small, expireAt: "18:00" }));
        for (const commands of turnsOf(hall, steps)) await hall.asks(...commands);
        isRebuilt();
        const now = canonical(hall.writer.state, hall.clock.now());
        expect(canonical(hall.store.fold(), hall.clock.now())).toEqual(now);
        expect(canonical(folded(hall.journal()), hall.clock.now())).toEqual(now);
        hall.isGone();
      }),
      { seed: 3, numRuns: 6, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: true },
    );
  });
});

/** Random steps, several in a turn now and then, and time that passes in between. */
function* turnsOf(hall: HallOnDisk, steps: readonly Step[]): Generator<Command[]> {
  let turn: Command[] = [];
  for (const step of steps) {
    if (step.kind === "wait") hall.clock.advance({ minutes: step.a % 9 });
    if (step.kind === "turn-day" && step.a % 3 === 0) hall.clock.advance({ minutes: 24 * 60 });
    const command = commandOf(step, hall.writer.state);
    const name = `t${String(step.a)}-${String(step.b)}-${String(step.c)}`;
    if (command && command.type !== "close-day") turn.push(named(command, name));
    if (step.yes || turn.length > 5) {
      yield turn;
      turn = [];
    }
  }
  yield turn;
}
