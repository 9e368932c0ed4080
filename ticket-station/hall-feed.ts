/** What the station knows of the hall, kept fresh: the hall itself by asking, waiting counts and the printer live. */
import type { PrinterHealth } from "../shared/wire/access.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import type { LobbyEvent, LobbySnapshot, ScreenEvent, ScreenSnapshot } from "../shared/wire/live.ts";
import type { ApiAnswer } from "../shared/ui/api.ts";
import { isDeviceUnknown } from "../shared/ui/device-token.ts";
import { EmergencyKeeper } from "../shared/ui/emergency-keeper.ts";
import { HallKeeper } from "../shared/ui/hall-keeper.ts";
import type { HubConnection } from "../shared/ui/hub.ts";

const refreshMillis = 20_000;
/** A line that is back within this was not worth a word to anyone. */
const graceMillis = 4_000;

export interface FeedSources {
  readonly hub: Pick<HubConnection, "status" | "watch" | "addEventListener" | "removeEventListener">;
  readonly device: string;
  readonly loadHall: () => Promise<ApiAnswer<HallNow>>;
}

/** Dispatches `change` whenever something it tells has changed, and `unpaired` when the hub no longer knows the device. */
export class HallFeed extends EventTarget {
  readonly emergencies = new EmergencyKeeper();
  private readonly keeper: HallKeeper;
  private known: HallNow | null = null;
  /** Waiting tickets by service, as heard since the hall was last asked for: the answer may be older. */
  private heard: Readonly<Record<string, number>> = {};
  private condition: PrinterHealth["condition"] | null = null;
  private isHubAway = false;
  private grace: ReturnType<typeof setTimeout> | undefined;
  private readonly ends: (() => void)[];

  constructor(private readonly sources: FeedSources) {
    super();
    const { hub, device, loadHall } = sources;
    this.keeper = new HallKeeper((hall) => this.become(withCounts(hall, this.heard)), {
      ask: () => {
        this.heard = {};
        return loadHall();
      },
      everyMillis: refreshMillis,
    });
    this.ends = [
      hub.watch("lobby", {
        // The wire's promise for this topic.
        snapshot: (data) => this.count((data as LobbySnapshot).waiting),
        event: (event) => this.lobbyChanged(event as LobbyEvent),
      }),
      hub.watch(`screen/${device}`, {
        snapshot: (data) => this.stands(data as ScreenSnapshot),
        event: (event) => {
          const told = event as ScreenEvent;
          if (told.type === "device") this.stands(told);
          else if (told.type === "printer") this.setPrinter(told.printer);
          else if (told.type === "emergency") {
            this.emergencies.told(told);
            this.changed();
          }
        },
        refused: (code) => {
          if (isDeviceUnknown(code)) this.dispatchEvent(new Event("unpaired"));
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
  load(): Promise<void> {
    return this.keeper.load();
  }

  close(): void {
    this.keeper.close();
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
      case "withdrawn":
        return this.count({ [event.service]: event.waiting });
      case "counter":
      case "hall":
      case "day":
        void this.load();
        return;
      case "ready":
      case "emergency":
      case "content":
      case "speak":
      case "saying":
        return;
      default:
        event satisfies never;
    }
  }

  private count(waiting: Readonly<Record<string, number>>): void {
    this.heard = { ...this.heard, ...waiting };
    if (this.known) this.become(withCounts(this.known, waiting));
  }

  private become(hall: HallNow): void {
    this.known = hall;
    this.changed();
  }

  private stands({ emergency, printer }: ScreenSnapshot): void {
    this.emergencies.stands(emergency ?? null);
    this.setPrinter(printer);
  }

  private setPrinter(health: PrinterHealth): void {
    this.condition = health.condition;
    this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

function withCounts(hall: HallNow, waiting: Readonly<Record<string, number>>): HallNow {
  const services = hall.services.map((service) => ({ ...service, waiting: waiting[service.id] ?? service.waiting }));
  return { ...hall, services };
}
