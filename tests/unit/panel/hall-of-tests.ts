/** A small hall for the panel's tests: one counter, a few services, and a hub that says what a test lets it say. */
import type { ApiAnswer, ApiOptions } from "../../../shared/ui/api.ts";
import type { HubStatus, LiveEvent, Watcher } from "../../../shared/ui/hub.ts";
import type { Counter } from "../../../shared/wire/counter.ts";
import type { HallNow } from "../../../shared/wire/hall.ts";
import type { Ticket } from "../../../shared/wire/ticket.ts";
import type { Ask, Line } from "../../../counter-panel/data/ports.ts";

/** 9:00 of a Monday; minutes after it as instants with the hall's offset. */
export const nine = Date.parse("2026-11-23T09:00:00.000+08:00");
export function at(minutes: number): string {
  return `${new Date(nine + minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`;
}

export function ticket(number: string, more: Partial<Ticket> = {}): Ticket {
  return {
    id: `t-${number}`,
    number,
    service: "pension",
    class: "normal",
    reason: null,
    channel: "station",
    lang: "zh",
    matters: 1,
    assisted: false,
    state: "waiting",
    counter: null,
    issuedAt: at(0),
    queuedAt: at(0),
    calledAt: null,
    startedAt: null,
    finishedAt: null,
    calls: 0,
    requeues: 0,
    legs: [],
    ahead: null,
    estimate: null,
    ...more,
  };
}

export function called(number: string, more: Partial<Ticket> = {}): Ticket {
  return ticket(number, { state: "called", counter: 3, calledAt: at(1), calls: 1, ...more });
}

export function serving(number: string, more: Partial<Ticket> = {}): Ticket {
  return called(number, { state: "serving", startedAt: at(2), ...more });
}

export function counter(more: Partial<Counter> = {}): Counter {
  return {
    number: 3,
    label: { zh: "3号窗口", en: "Counter 3" },
    name: { zh: "社保窗口", en: "Social security" },
    area: "main",
    state: "open",
    clerk: { id: "u-li", name: "李敏" },
    pause: null,
    tiers: [["medical"], ["pension"]],
    ticket: null,
    waiting: 0,
    ...more,
  };
}

export const rules: HallNow["rules"] = {
  autoStart: false,
  missAfterCalls: 3,
  missAfterSeconds: 60,
  requeueBehind: 3,
  requeueTimes: 2,
  requeueMinutes: 60,
  transferPosition: "front",
  phoneTickets: false,
};

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string | undefined;
}

type Answer = { readonly status: number; readonly value: unknown } | { readonly refused: string };

/** The hub's HTTP side: answers by path, keeps what was asked, and can keep an answer back. */
export class HeldApi {
  readonly asked: Asked[] = [];
  private readonly answers = new Map<string, Answer>();
  private held: (() => void)[] | null = null;

  readonly ask: Ask = async <T>(method: string, path: string, options?: ApiOptions): Promise<ApiAnswer<T>> => {
    this.asked.push({ method, path, body: options?.body, key: options?.key });
    const { held } = this;
    if (held && method === "POST") await new Promise<void>((resolve) => held.push(resolve));
    const answer = this.answers.get(path) ?? { status: 200, value: {} };
    if ("refused" in answer) {
      // A test names any code of the list.
      const code = answer.refused as "not-durable";
      return { ok: false, status: 409, problem: { code, title: code, detail: `detail of ${code}`, status: 409 } };
    }
    return { ok: true, status: answer.status, value: answer.value as T };
  };

  answer(path: string, value: unknown): void {
    this.answers.set(path, { status: 200, value });
  }

  refuse(path: string, code: string): void {
    this.answers.set(path, { refused: code });
  }

  /** From now on answers wait for `release`. */
  hold(): void {
    this.held = [];
  }

  release(): void {
    const { held } = this;
    this.held = null;
    for (const go of held ?? []) go();
  }

  posts(): Asked[] {
    return this.asked.filter(({ method }) => method === "POST");
  }
}

/** The hub's live side in the test's hands. */
export class HeldLine extends EventTarget implements Line {
  status: HubStatus = "live";
  nowMillis = nine + 5 * 60_000;
  reconnects = 0;
  readonly watchers = new Map<string, Watcher>();

  watch(topic: string, watcher: Watcher): () => void {
    this.watchers.set(topic, watcher);
    return () => this.watchers.delete(topic);
  }

  reconnect(): void {
    this.reconnects += 1;
  }

  now(): number {
    return this.nowMillis;
  }

  become(status: HubStatus): void {
    this.status = status;
    this.dispatchEvent(new Event("status"));
  }

  snapshot(tickets: readonly Ticket[], counters: readonly Counter[]): void {
    this.watchers.get("queue")?.snapshot({ date: "2026-11-23", tickets, counters }, 1);
  }

  tell(topic: string, event: LiveEvent): void {
    this.watchers.get(topic)?.event?.(event, undefined);
  }
}
