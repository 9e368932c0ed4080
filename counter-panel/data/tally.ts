/** The tally of plain enquiries at this desk: one press a question, and the last one not counted after all. */
import type { ApiProblem } from "../../shared/ui/api.ts";
import type { EnquiryTally } from "../../shared/wire/enquiry.ts";
import type { Sender } from "./sender.ts";

export interface TallyOptions {
  readonly sender: Pick<Sender, "send" | "busy">;
  readonly changed: () => void;
}

const lane = "tally";

export class Tally {
  /** Until when the last one pressed here can be taken back, in epoch milliseconds; null where there is none. */
  undoUntil: number | null = null;
  trouble: ApiProblem | null = null;

  constructor(private readonly options: TallyOptions) {}

  get isBusy(): boolean {
    return this.options.sender.busy(lane) !== null;
  }

  /** Counts a question. */
  count(): Promise<void> {
    return this.send("count", "/api/enquiries");
  }

  /** Takes the last one pressed here back. */
  undo(): Promise<void> {
    return this.send("undo", "/api/enquiries/undo");
  }

  /** Nobody is signed in any more. */
  clear(): void {
    this.undoUntil = this.trouble = null;
  }

  private async send(kind: "count" | "undo", path: string): Promise<void> {
    const answer = await this.options.sender.send<EnquiryTally>({ lane, kind: `enquiry ${kind}`, path, body: {} });
    if (!answer) return;
    this.trouble = answer.ok ? null : answer.problem;
    if (answer.ok) this.undoUntil = answer.value.undoUntil === null ? null : Date.parse(answer.value.undoUntil);
    this.options.changed();
  }
}
