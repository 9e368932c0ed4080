/**
 * Proof of play: what this screen has shown, told to the hub once a minute. While the hub is away it is held in memory, the
 * newest of it; a batch whose answer was lost is sent again under its own key and so counts once. What a page could not
 * see arrive when it went, the next one sends again.
 */
import { newKey, request, type ApiAnswer } from "../../shared/ui/api.ts";
import { forget, recall, remember } from "../../shared/ui/memory.ts";
import type { PlayReport } from "../../shared/wire/plays.ts";
import { isJoinTurn } from "../content/join-turns.ts";

export type Play = PlayReport["plays"][number];

interface Batch {
  readonly key: string;
  readonly plays: readonly Play[];
}

/** Posts a batch. `isLast`: the page is going, and the request must outlive it. */
export type SendPlays = (report: PlayReport, key: string, isLast: boolean) => Promise<"taken" | "refused" | "away">;

const everyMillis = 60_000;
/** As many as the hub takes at once. */
const mostInBatch = 200;
/** Two days of an item every minute and a half. */
const mostKept = 2_000;

export class PlayLog {
  private plays: readonly Play[] = [];
  /** Begun and not known to have arrived, the oldest first. */
  private batches: readonly Batch[];
  /** Keys of those that an earlier page has left, as they are still kept. */
  private kept: ReadonlySet<string>;
  private isSending = false;
  private readonly timer: ReturnType<typeof setInterval>;

  /** @param name under which a page that goes leaves what may not have arrived. */
  constructor(
    private readonly send: SendPlays,
    private readonly name: string,
  ) {
    this.batches = left(name);
    this.kept = new Set(this.batches.map(({ key }) => key));
    this.timer = setInterval(() => void this.tell(), everyMillis);
  }

  /** How many are not told yet. */
  get untold(): number {
    return this.batches.reduce((sum, { plays }) => sum + plays.length, this.plays.length);
  }

  add(play: Play): void {
    if (isJoinTurn(play.item)) return;
    this.plays = [...this.plays, play].slice(-mostKept);
  }

  /** Sends what there is, a batch at a time. */
  async tell(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      for (let batch = this.nextBatch(); batch; batch = this.nextBatch()) {
        const answer = await this.send({ plays: [...batch.plays] }, batch.key, false);
        if (answer === "away") return;
        const { key } = batch;
        this.batches = this.batches.filter((each) => each.key !== key);
        this.keepLeft();
      }
    } finally {
      this.isSending = false;
    }
  }

  /** The page is going: what is left is sent without waiting for the answer, which may never come. */
  tellLast(): void {
    while (this.plays.length > 0) this.batches = [...this.batches, this.newBatch()];
    for (const { key, plays } of this.batches) void this.send({ plays: [...plays] }, key, true);
    this.kept = new Set(this.batches.map(({ key }) => key));
    if (this.batches.length > 0) remember(this.name, JSON.stringify(this.batches));
    else forget(this.name);
  }

  /** What an earlier page has left stays kept until the last of it has arrived. */
  private keepLeft(): void {
    if (this.kept.size === 0) return;
    const isKept = ({ key }: Batch) => this.kept.has(key);
    const still = this.batches.filter(isKept);
    if (still.length === this.kept.size) return;
    this.kept = new Set(still.map(({ key }) => key));
    if (still.length > 0) remember(this.name, JSON.stringify(still));
    else forget(this.name);
  }

  close(): void {
    clearInterval(this.timer);
  }

  private nextBatch(): Batch | undefined {
    if (this.batches.length === 0 && this.plays.length > 0) this.batches = [this.newBatch()];
    return this.batches[0];
  }

  private newBatch(): Batch {
    const plays = this.plays.slice(0, mostInBatch);
    this.plays = this.plays.slice(mostInBatch);
    return { key: newKey(), plays };
  }
}

/** What an earlier page has left under a name. */
function left(name: string): readonly Batch[] {
  try {
    // What this class itself has put there.
    return JSON.parse(recall(name) ?? "[]") as readonly Batch[];
  } catch {
    return [];
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
