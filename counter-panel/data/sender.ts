/**
 * Sends commands so that no press counts twice: one at a time in each lane, the same kind not again while people still
 * have their finger on the key, and a command whose answer never came is repeated under its own key.
 */
import { newKey, type ApiAnswer } from "../../shared/ui/api.ts";
import type { Ask } from "./ports.ts";

/** A second press within this time of the first one's answer is a bounce, not a wish. */
export const settleMillis = 700;

/** What is pressed again so long after it was lost is another wish: for the next resident, or of a later hour. */
export const sameWishMillis = 3 * 60_000;

export interface Sending {
  /** Commands of one lane wait for each other: all at the counter share one, each ticket in the lists has its own. */
  readonly lane: string;
  /** What was pressed, for the busy mark and for telling a bounce. */
  readonly kind: string;
  readonly path: string;
  /** None goes with DELETE. */
  readonly body: Readonly<Record<string, unknown>>;
  /** POST where it is not said. */
  readonly method?: "POST" | "PUT" | "PATCH" | "DELETE";
}

export interface SenderOptions {
  readonly ask: Ask;
  /** Any clock that only goes forward, in milliseconds. */
  readonly monotonic: () => number;
  readonly changed: () => void;
}

/** A command whose answer never came, or said that it was not kept. */
interface Unanswered {
  readonly wish: string;
  readonly key: string;
  readonly at: number;
}

export class Sender {
  private readonly running = new Map<string, string>();
  private readonly answeredAt = new Map<string, number>();
  /** By lane. */
  private readonly unanswered = new Map<string, Unanswered>();

  constructor(private readonly options: SenderOptions) {}

  /** What is on its way in a lane; null when nothing is. */
  busy(lane: string): string | null {
    return this.running.get(lane) ?? null;
  }

  /** Whether something of this kind has been done only just now. */
  private isSettling(kind: string): boolean {
    const at = this.answeredAt.get(kind);
    return at !== undefined && this.options.monotonic() - at < settleMillis;
  }

  /** For how long, in milliseconds, the same wish has been without an answer; null where it was never lost. */
  lostFor({ lane, path, body }: Sending): number | null {
    const kept = this.kept(lane, wishOf(path, body));
    return kept && this.options.monotonic() - kept.at;
  }

  /** Asks the hub; null where the press was taken for a bounce and nothing was sent. */
  async send<T>({ lane, kind, method = "POST", path, body }: Sending): Promise<ApiAnswer<T> | null> {
    if (this.running.has(lane) || this.isSettling(kind)) return null;
    const wish = wishOf(path, body);
    const key = this.kept(lane, wish)?.key ?? newKey();
    this.running.set(lane, kind);
    this.options.changed();
    const answer = await this.options.ask<T>(method, path, { ...(method !== "DELETE" && { body }), key });
    this.running.delete(lane);
    if (isUncertain(answer)) this.unanswered.set(lane, { wish, key, at: this.options.monotonic() });
    else this.unanswered.delete(lane);
    // A press that did not go through may be repeated at once; only what has happened can happen twice.
    if (answer.ok) this.answeredAt.set(kind, this.options.monotonic());
    return answer;
  }

  /** What stands has moved on: a command of this lane from before is not meant any more. */
  moveOn(lane: string): void {
    this.unanswered.delete(lane);
  }

  private kept(lane: string, wish: string): Unanswered | null {
    const kept = this.unanswered.get(lane);
    return kept?.wish === wish && this.options.monotonic() - kept.at < sameWishMillis ? kept : null;
  }
}

function wishOf(path: string, body: Sending["body"]): string {
  return `${path} ${JSON.stringify(body)}`;
}

function isUncertain(answer: ApiAnswer<unknown>): boolean {
  return !answer.ok && (answer.problem.code === "hub-away" || answer.problem.code === "not-durable");
}
