/** What the station knows of the hall, kept fresh: the hall itself by asking, waiting counts and the printer live. */
import type { PrinterHealth } from "../shared/wire/access.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import type { LobbyEvent, LobbySnapshot, ScreenEvent, ScreenSnapshot } from "../shared/wire/live.ts";
import type { ApiAnswer } from "../shared/ui/api.ts";
import type { HubConnection } from "../shared/ui/hub.ts";

const refreshMillis = 20_000;
const retryMillis = 3_000;
/** A line that is back within this was not worth a word to anyone. */
const graceMillis = 4_000;

export interface FeedSources {
  readonly hub: HubConnection;
  readonly device: string;
  readonly loadHall: () => Promise<ApiAnswer<HallNow>>;
}

/** Dispatches `change` whenever something it tells has changed, and `unpaired` when the hub no longer knows the device. */
export class HallFeed extends EventTarget {
  private known: HallNow | null = null;
  private condition: PrinterHealth["condition"] | null = null;
  private isHubAway = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private grace: ReturnType<typeof setTimeout> | undefined;
  private readonly ends: (() => void)[];

  constructor(private readonly sources: FeedSources) {
    super();
    const { hub, device } = sources;
    this.ends = [
      hub.watch("lobby", {
        // The wire's promise for this topic.
        snapshot: (data) => this.count((data as LobbySnapshot).waiting),
        event: (event) => this.lobbyChanged(event as LobbyEvent),
      }),
      hub.watch(`screen/${device}`, {
        snapshot: (data) => this.setPrinter((data as ScreenSnapshot).printer),
        event: (event) => this.setPrinter((event as ScreenEvent).printer),
        refused: (code) => {
          if (code === "not-signed-in" || code === "not-allowed" || code === "not-found")
            this.dispatchEvent(new Event("unpaired"));
        },
      }),
    ];
    hub.addEventListener("status", this.statusChanged);
    this.statusChanged();
    void this.load();
  }

  get hall(): HallNow | null {
    return this.known;
  }

  get printer(): PrinterHealth["condition"] | null {
    return this.condition;
  }

  /** Whether the hub has been out of reach for longer than a moment. */
  get isAway(): boolean {
    return this.isHubAway;
  }

  /** Asks for the hall anew, now. */
  async load(): Promise<void> {
    clearTimeout(this.timer);
    const answer = await this.sources.loadHall();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), answer.ok ? refreshMillis : retryMillis);
    if (!answer.ok) return;
    this.known = answer.value;
    this.changed();
  }

  close(): void {
    clearTimeout(this.timer);
    clearTimeout(this.grace);
    this.sources.hub.removeEventListener("status", this.statusChanged);
    for (const end of this.ends) end();
  }

  private readonly statusChanged = () => {
    clearTimeout(this.grace);
    if (this.sources.hub.status === "live") {
      if (this.isHubAway) void this.load();
      this.isHubAway = false;
      this.changed();
      return;
    }
    this.grace = setTimeout(() => {
      this.isHubAway = true;
      this.changed();
    }, graceMillis);
  };

  private lobbyChanged(event: LobbyEvent): void {
    switch (event.type) {
      case "called":
      case "waiting":
      case "left":
        return this.count({ [event.service]: event.waiting });
      case "counter":
      case "hall":
      case "day":
        void this.load();
        return;
      case "withdrawn":
      case "ready":
        return;
      default:
        event satisfies never;
    }
  }

  private count(waiting: Readonly<Record<string, number>>): void {
    if (!this.known) return;
    const services = this.known.services.map((service) => ({
      ...service,
      waiting: waiting[service.id] ?? service.waiting,
    }));
    this.known = { ...this.known, services };
    this.changed();
  }

  private setPrinter(health: PrinterHealth): void {
    this.condition = health.condition;
    this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
