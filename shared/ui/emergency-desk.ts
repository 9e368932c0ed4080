/** What staff know of emergencies, and how they raise and end them. No DOM. */
import type { RaiseEmergency } from "../wire/lobby.ts";
import type { EmergencyNow } from "../wire/emergency.ts";
import { newKey, type ApiProblem, type request } from "./api.ts";
import type { HubConnection } from "./hub.ts";

export interface EmergencyDeskOptions {
  readonly ask: typeof request;
  readonly changed: () => void;
}

export class EmergencyDesk {
  /** Null until the hub has told. */
  known: EmergencyNow | null = null;
  /** Why the last press did nothing, and which it was. */
  trouble: { readonly at: "raise" | "end"; readonly why: ApiProblem } | null = null;
  isBusy = false;
  private unwatch: (() => void) | null = null;

  constructor(private readonly options: EmergencyDeskOptions) {}

  /** Somebody is signed in: the lobby tells when to ask anew. */
  follow(line: Pick<HubConnection, "watch">): void {
    this.unwatch ??= line.watch("lobby", {
      snapshot: () => void this.load(),
      event: ({ type }) => {
        if (type === "emergency" || type === "hall") void this.load();
      },
    });
  }

  leave(): void {
    this.unwatch?.();
    this.unwatch = null;
    this.known = this.trouble = null;
  }

  /** Answers whether it is on the screens. */
  async raise(wish: RaiseEmergency): Promise<boolean> {
    return this.send("raise", () => this.options.ask("POST", "/api/emergency", { body: wish, key: newKey() }));
  }

  /** Answers whether it is over. */
  async end(): Promise<boolean> {
    return this.send("end", () => this.options.ask("DELETE", "/api/emergency"));
  }

  /** Whoever opens or closes the form is not told of what went wrong before. */
  forgetTrouble(): void {
    this.trouble = null;
    this.options.changed();
  }

  private async send(at: "raise" | "end", ask: () => ReturnType<typeof request>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.options.changed();
    const answer = await ask();
    this.isBusy = false;
    this.trouble = answer.ok ? null : { at, why: answer.problem };
    if (answer.ok) await this.load();
    this.options.changed();
    return answer.ok;
  }

  private async load(): Promise<void> {
    const answer = await this.options.ask<EmergencyNow>("GET", "/api/emergency");
    if (!answer.ok || !this.unwatch) return;
    this.known = answer.value;
    this.options.changed();
  }
}
