import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiAnswer } from "../../../shared/ui/api.ts";
import type { Ticket } from "../../../shared/wire/ticket.ts";
import { TicketFollow } from "../../../ticket-station/ticket-follow.ts";
import { refused } from "../../support/held-api.ts";
import { HeldLine } from "../../support/held-line.ts";
import { taken, ticketToken } from "./station-of-tests.ts";

const topic = `ticket/${ticketToken}`;

let line: HeldLine;
let follow: TicketFollow;
/** Answers the questions for the ticket, in the order they were asked. */
let questions: ((answer: ApiAnswer<Ticket>) => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  line = new HeldLine(0);
  questions = [];
  begin(taken());
});
afterEach(() => {
  follow.close();
  vi.useRealTimers();
});

function begin(ticket: Ticket): void {
  follow = new TicketFollow(ticket, {
    hub: line,
    ask: (token) => {
      expect(token).toBe(ticketToken);
      return new Promise((resolve) => questions.push(resolve));
    },
  });
}

function printIs(state: string, problem: string | null = null, job = "j1"): void {
  line.tell(topic, { type: "print", at: "", print: { job, state, problem } });
}

async function answer(question: number, as: ApiAnswer<Ticket>): Promise<void> {
  questions[question]?.(as);
  await vi.advanceTimersByTimeAsync(0);
}

const told = (ticket: Ticket): ApiAnswer<Ticket> => ({ ok: true, status: 200, value: ticket });
const printed = taken({ print: { job: "j1", state: "printed" } });

describe("following a ticket", () => {
  it("hears its place and its state, and keeps the token that only its taker was told", () => {
    line.tell(topic, { type: "ahead", at: "", ahead: 2, estimate: { p50: 60, p90: 90 } });
    expect(follow.ticket).toMatchObject({ ahead: 2, estimate: { p50: 60 } });
    const { token: _, ...told } = taken({ state: "called", counter: 3 });
    line.tell(topic, { type: "ticket-called", at: "", ticket: told });
    expect(follow.ticket).toMatchObject({ state: "called", counter: 3, token: ticketToken });
  });

  it("ends with the resident", async () => {
    follow.close();
    expect(line.watchers.size).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(questions).toHaveLength(0);
  });
});

describe("a slip on its way", () => {
  it("is not overdue before the hub was asked, twelve seconds after", async () => {
    await vi.advanceTimersByTimeAsync(12_000);
    expect(questions).toHaveLength(1);
    expect(follow.slip.isOverdue).toBe(false);
    await answer(0, told(taken()));
    expect(follow.slip).toMatchObject({ isOverdue: true, print: { state: "pending" } });
  });

  it("is overdue also where the hub cannot be asked", async () => {
    await vi.advanceTimersByTimeAsync(12_000);
    await answer(0, refused("hub-away"));
    expect(follow.slip.isOverdue).toBe(true);
  });

  it("is printed when the hub says so, however late, and asked for no more", async () => {
    await vi.advanceTimersByTimeAsync(12_000);
    await answer(0, refused("hub-away"));
    await vi.advanceTimersByTimeAsync(10_000);
    await answer(1, told(printed));
    expect(follow.slip.print?.state).toBe("printed");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(questions).toHaveLength(2);
  });

  it("is not taken back by an answer that is older than what was heard", async () => {
    await vi.advanceTimersByTimeAsync(12_000);
    printIs("printed");
    await answer(0, told(taken()));
    expect(follow.slip.print?.state).toBe("printed");
  });

  it("keeps what holds it up when the ticket is told anew, which does not say it", () => {
    printIs("pending", "paper-out");
    line.show(topic, taken());
    expect(follow.slip.print).toMatchObject({ state: "pending", problem: "paper-out" });
    line.show(topic, taken({ print: { job: "j2", state: "pending" } }));
    expect(follow.slip.print?.problem).toBeUndefined();
  });

  it("is not asked for where the station has no printer", async () => {
    follow.close();
    const { print: _, ...plain } = taken();
    begin(plain);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(questions).toHaveLength(0);
  });
});
