/**
 * What a phone knows of emergencies: told live with its ticket, asked for whenever the line comes, and now and then where
 * there is none.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { request } from "../shared/ui/api.ts";
import { EmergencyKeeper } from "../shared/ui/emergency-keeper.ts";
import type { HubConnection } from "../shared/ui/hub.ts";
import type { EmergencyNow } from "../shared/wire/emergency.ts";
import type { EmergencyTold } from "../shared/wire/live.ts";
import type { Emergency } from "../shared/wire/lobby.ts";

const lookMillis = 1_000;
const askMillis = 15_000;

export class EmergencyLine implements ReactiveController {
  private readonly keeper = new EmergencyKeeper();
  private hub: HubConnection | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private askedAt = 0;
  private shown: Emergency | "all-clear" | null = null;
  /** Rises with every word from the live line, so that a slower answer never overwrites it. */
  private words = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** What stands over the ticket now. */
  get now(): Emergency | "all-clear" | null {
    return this.shown;
  }

  hostDisconnected(): void {
    this.leave();
  }

  follow(hub: HubConnection): void {
    this.leave();
    this.hub = hub;
    hub.addEventListener("status", this.statusChanged);
    this.timer = setInterval(() => this.look(), lookMillis);
    void this.ask();
  }

  leave(): void {
    clearInterval(this.timer);
    this.hub?.removeEventListener("status", this.statusChanged);
    this.hub = null;
  }

  told(event: EmergencyTold): void {
    this.words += 1;
    this.keeper.told(event);
    this.look();
  }

  private readonly statusChanged = () => {
    if (this.hub?.status === "live") void this.ask();
  };

  private look(): void {
    const { hub } = this;
    if (!hub) return;
    const isLive = hub.status === "live";
    if (!isLive && performance.now() - this.askedAt > askMillis) void this.ask();
    const before = this.shown;
    this.shown = this.keeper.shows(hub.now(), isLive);
    if (before !== this.shown) this.host.requestUpdate();
  }

  private async ask(): Promise<void> {
    const { hub, words } = this;
    this.askedAt = performance.now();
    const answer = await request<EmergencyNow>("GET", "/api/emergency", { timeoutMillis: 6_000 });
    if (!answer.ok || hub !== this.hub || words !== this.words) return;
    // An all-clear that is on the glass is not cut short by the answer that there is nothing.
    if (answer.value.emergency !== null || this.shown !== "all-clear") this.keeper.stands(answer.value.emergency);
    this.look();
  }
}
