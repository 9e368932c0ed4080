/** How the hub does, for the corner of the page: whether it answers, whether it can save, and its clock. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { request } from "../shared/ui/api.ts";
import { HubConnection } from "../shared/ui/hub.ts";

export type HubHealth = "connecting" | "live" | "full" | "lost";

const askMillis = 20_000;

/** Keeps a live line open between `start` and `stop`, for as long as somebody is signed in. */
export class HubWatch implements ReactiveController {
  private hub: HubConnection | null = null;
  private canSave = true;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param reconnected is called whenever the line came back: the sign-in may be over or changed. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly reconnected: () => void,
  ) {
    host.addController(this);
  }

  get health(): HubHealth {
    if (this.hub?.status === "lost") return "lost";
    if (this.hub?.status !== "live") return "connecting";
    return this.canSave ? "live" : "full";
  }

  /** The live line, while somebody is signed in. */
  get line(): HubConnection | null {
    return this.hub;
  }

  /** The hub's time as an instant in the hall's offset; null until it has told it. */
  get instant(): string | null {
    return this.hub?.isClockKnown === true ? this.hub.instant() : null;
  }

  hostDisconnected(): void {
    this.stop();
  }

  start(): void {
    if (this.hub) return;
    let wasLost = false;
    const hub = new HubConnection();
    this.hub = hub;
    hub.addEventListener("status", () => {
      if (hub.status === "live" && wasLost) this.reconnected();
      wasLost = hub.status === "lost";
      this.host.requestUpdate();
    });
    this.timer = setInterval(() => void this.ask(), askMillis);
    void this.ask();
  }

  stop(): void {
    clearInterval(this.timer);
    this.hub?.close();
    this.hub = null;
  }

  private async ask(): Promise<void> {
    const answer = await request<unknown>("GET", "/healthz");
    this.canSave = answer.ok || answer.status !== 503;
    // Also moves the clock on.
    this.host.requestUpdate();
  }
}
