/** Changes for today and numbers of the printed block: what is asked, and what came of it. */
import type { ApiProblem } from "../../shared/ui/api.ts";
import type { Sender, Sending } from "./sender.ts";

export interface PaperLine {
  readonly number: string;
  readonly service: string;
  /** A local time HH:MM. */
  readonly takenAt: string;
}

export type TodayChange =
  /** `until`: a local time HH:MM, or null. */
  | { readonly type: "stop"; readonly service: string; readonly reason: string; readonly until: string | null }
  | { readonly type: "resume"; readonly service: string }
  | { readonly type: "preset"; readonly counter: number; readonly preset: string }
  | { readonly type: "extend"; readonly until: string }
  | { readonly type: "paper"; readonly items: readonly PaperLine[] };

export interface TodayOptions {
  readonly sender: Pick<Sender, "send" | "busy">;
  readonly changed: () => void;
}

/** What the last change came to: nothing yet, done, or why not. */
export interface Settled {
  readonly change: TodayChange;
  readonly problem: ApiProblem | null;
}

const lane = "today";

export class TodayChanges {
  settled: Settled | null = null;

  constructor(private readonly options: TodayOptions) {}

  get isBusy(): boolean {
    return this.options.sender.busy(lane) !== null;
  }

  /** Whether it was done. */
  async change(change: TodayChange): Promise<boolean> {
    const answer = await this.options.sender.send({ lane, ...sendingOf(change) });
    if (!answer) return false;
    this.settled = { change, problem: answer.ok ? null : answer.problem };
    this.options.changed();
    return answer.ok;
  }

  /** Nobody is signed in any more. */
  clear(): void {
    this.settled = null;
  }
}

/** Of one kind is whatever a second press could mean by mistake: another service may stand where the first one stood. */
function sendingOf(change: TodayChange): Omit<Sending, "lane"> {
  switch (change.type) {
    case "stop": {
      const { service, reason, until } = change;
      const path = `/api/services/${encodeURIComponent(service)}/stop`;
      return { kind: "stop", path, body: { reason, ...(until !== null && { until }) } };
    }
    case "resume": {
      const path = `/api/services/${encodeURIComponent(change.service)}/resume`;
      return { kind: "resume", path, body: {} };
    }
    case "preset": {
      const { counter, preset } = change;
      const path = `/api/counters/${String(counter)}/tiers`;
      return { kind: `preset ${String(counter)} ${preset}`, method: "PUT", path, body: { preset } };
    }
    case "extend":
      return { kind: "extend", path: "/api/hall/extend", body: { until: change.until } };
    case "paper":
      return { kind: "paper", path: "/api/tickets/paper", body: { items: change.items } };
    default:
      return change satisfies never;
  }
}
