/**
 * A paired screen's line to the hub, whatever it shows: the hall, the hub's clock, and since when what stands on the
 * glass may be old. Dispatches `change`, `moved` when its counter or settings are told or have changed, and `cut-off` when the hub no
 * longer knows this device.
 */
import { screenDefaults } from "../shared/domain/screen-defaults.ts";
import type { RefusalCode } from "../shared/domain/refusal.ts";
import { isDeviceUnknown } from "../shared/ui/device-token.ts";
import { EmergencyKeeper } from "../shared/ui/emergency-keeper.ts";
import { HallKeeper } from "../shared/ui/hall-keeper.ts";
import { HubConnection, type HubOptions } from "../shared/ui/hub.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import type { Emergency, ScreenContent, ScreenSettings } from "../shared/wire/lobby.ts";
import type { ScreenEvent, ScreenSnapshot } from "../shared/wire/live.ts";

export interface ScreenDevice {
  readonly id: string;
  readonly token: string;
}

/** What a screen brings with it, and hears besides what every screen does. */
export interface ScreenLineOptions extends Pick<HubOptions, "report" | "clock"> {
  /** As it was when the hub was last heard: it stands until the hub tells anew. */
  readonly kept?: {
    readonly hall: HallNow;
    readonly name: string;
    readonly settings: ScreenSettings;
    readonly at: string;
  } | null;
  /** The version of the content that it holds. */
  readonly has?: () => string | null;
  readonly content?: (content: ScreenContent) => void;
  /** What passes on its own topic. */
  readonly told?: (event: ScreenEvent) => void;
}

/** A loss this short is over before anyone could be misled. */
const graceMillis = 1_500;
const hallMillis = 30_000;
/** How long to wait before asking again for a new date's hours. */
const otherDayMillis = 60_000;

export class ScreenLine extends EventTarget {
  readonly hub: HubConnection;
  hall: HallNow | null = null;
  /** The instant after which something may be missing; null while the line is live. */
  staleSince: string | null = null;
  /** The counter for which it was paired, or to which it was moved since. */
  counter: number | null = null;
  /** How it hangs and what it shows, as the technician has set it. */
  settings: ScreenSettings = screenDefaults;
  /** What people call it. */
  name = "";
  private readonly emergencies = new EmergencyKeeper();
  private readonly halls: HallKeeper;
  private loadedAt = 0;
  private grace: ReturnType<typeof setTimeout> | undefined;

  constructor(
    device: ScreenDevice,
    private readonly options: ScreenLineOptions = {},
  ) {
    super();
    const { kept, report, clock } = options;
    this.hall = kept?.hall ?? null;
    this.settings = kept?.settings ?? screenDefaults;
    this.name = kept?.name ?? "";
    this.halls = new HallKeeper(
      (hall) => {
        this.hall = hall;
        this.changed();
      },
      // How many numbers are left, and how long a wait is, no event tells. Each screen takes its own moment.
      { everyMillis: hallMillis * (0.8 + 0.4 * Math.random()) },
    );
    this.hub = new HubConnection({ token: device.token, ...(report && { report }), clock: clock ?? null });
    this.hub.addEventListener("status", () => this.statusChanged());
    // A topic of this device alone: when it is refused, the device was removed.
    // The wire's promise for this topic.
    this.hub.watch(`screen/${device.id}`, {
      snapshot: (data) => this.stands(data as ScreenSnapshot),
      event: (event) => {
        const told = event as ScreenEvent;
        if (told.type === "device") this.stands(told);
        if (told.type === "emergency") {
          this.emergencies.told(told);
          this.changed();
        }
        if (told.type === "content") options.content?.(told.content);
        options.told?.(told);
      },
      has: () => options.has?.() ?? null,
      refused: (code) => this.refused(code),
    });
    void this.halls.load();
  }

  /** The hub's time in milliseconds. */
  now(): number {
    return this.hub.now();
  }

  /** The hub's time as an instant with the hall's offset. */
  instant(): string {
    return this.hub.instant();
  }

  /** What goes over everything here now. The hub sends what is meant for this screen's area alone. */
  emergency(): Emergency | "all-clear" | null {
    return this.emergencies.shows(this.now(), this.hub.status === "live");
  }

  /** Whether the hub cannot be reached now, for however short a time. */
  get isLost(): boolean {
    return this.hub.status === "lost";
  }

  reloadHall(): void {
    this.loadedAt = this.now();
    void this.halls.load();
  }

  /** To be called now and then: a new date has other hours, though nothing may have happened yet that tells of it. */
  keepToday(): void {
    if (this.hall === null || this.hall.date === this.instant().slice(0, this.hall.date.length)) return;
    if (this.now() - this.loadedAt > otherDayMillis) this.reloadHall();
  }

  close(): void {
    clearTimeout(this.grace);
    this.hub.close();
    this.halls.close();
  }

  private statusChanged(): void {
    clearTimeout(this.grace);
    if (this.hub.status === "live") {
      if (this.staleSince !== null) this.reloadHall();
      this.staleSince = null;
    } else if (this.hub.status === "lost" && this.staleSince === null) {
      const since = this.hub.isClockKnown ? this.hub.heardAt() : (this.options.kept?.at ?? this.hub.heardAt());
      this.grace = setTimeout(() => {
        this.staleSince = since;
        this.changed();
      }, graceMillis);
    }
    this.changed();
  }

  private stands({ counter, settings, name, content, emergency }: ScreenSnapshot): void {
    this.emergencies.stands(emergency ?? null);
    this.counter = counter;
    this.name = name;
    if (content) this.options.content?.(content);
    this.settings = settings ?? screenDefaults;
    this.dispatchEvent(new Event("moved"));
  }

  private refused(code: RefusalCode): void {
    if (!isDeviceUnknown(code)) return;
    this.close();
    this.dispatchEvent(new Event("cut-off"));
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
