/**
 * Proof of play: what this screen has shown, told to the hub once a minute. While the hub is away it is held in memory, the
 * newest of it; a batch whose answer was lost is sent again under its own key and so counts once.
 */
import { newKey, request, type ApiAnswer } from "../../shared/ui/api.ts";
import type { PlayReport } from "../../shared/wire/lobby.ts";

export type Play = PlayReport["plays"][number];

/** Posts a batch. `isLast`: the page is going, and the request must outlive it. */
export type SendPlays = (report: PlayReport, key: string, isLast: boolean) => Promise<"taken" | "refused" | "away">;

const everyMillis = 60_000;
/** As many as the hub takes at once. */
const mostInBatch = 200;
/** Two days of an item every minute and a half. */
const mostKept = 2_000;

export class PlayLog {
  private plays: readonly Play[] = [];
  private batch: { readonly key: string; readonly plays: readonly Play[] } | null = null;
  private isSending = false;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(private readonly send: SendPlays) {
    this.timer = setInterval(() => void this.tell(), everyMillis);
  }

  /** How many are not told yet. */
  get untold(): number {
    return this.plays.length + (this.batch?.plays.length ?? 0);
  }

  add(play: Play): void {
    this.plays = [...this.plays, play].slice(-mostKept);
  }

  /** Sends what there is, a batch at a time. */
  async tell(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      while (this.untold > 0) {
        const batch = this.nextBatch();
        const answer = await this.send({ plays: [...batch.plays] }, batch.key, false);
        if (answer === "away") return;
        this.batch = null;
      }
    } finally {
      this.isSending = false;
    }
  }

  /** The page is going: what is left is sent without waiting for the answer. */
  tellLast(): void {
    while (this.untold > 0) {
      const batch = this.nextBatch();
      void this.send({ plays: [...batch.plays] }, batch.key, true);
      this.batch = null;
    }
  }

  close(): void {
    clearInterval(this.timer);
  }

  private nextBatch() {
    this.batch ??= { key: newKey(), plays: this.plays.slice(0, mostInBatch) };
    if (this.plays[0] === this.batch.plays[0]) this.plays = this.plays.slice(this.batch.plays.length);
    return this.batch;
  }
}

/** Posts as a device does. */
export function sendPlaysAs(token: string): SendPlays {
  return async (report, key, isLast) => {
    if (isLast) {
      const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}`, "Idempotency-Key": key };
      const body = JSON.stringify(report);
      await fetch("/api/plays", { method: "POST", headers, body, keepalive: true }).catch(() => undefined);
      return "taken";
    }
    const answer: ApiAnswer<unknown> = await request("POST", "/api/plays", { body: report, token, key });
    if (answer.ok) return "taken";
    // A refusal for good would stop every later batch; whatever may pass is tried again.
    const isForGood = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
    return isForGood ? "refused" : "away";
  };
}
