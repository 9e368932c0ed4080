/**
 * One ticket as the phone knows it: live from the hub, asked for every few seconds where no live line can be had,
 * and honest about its age where neither works. Knows nothing of the page.
 */
import { instantAt, offsetMinutesOf } from "../shared/text/times.ts";
import type { ApiAnswer } from "../shared/ui/api.ts";
import type { HubConnection, LiveEvent } from "../shared/ui/hub.ts";
import type { EmergencyTold } from "../shared/wire/live.ts";
import type { Ticket } from "../shared/wire/ticket.ts";

export type TicketPicture =
  | { readonly is: "opening" }
  /** The hub knows no such ticket. */
  | { readonly is: "unknown" }
  /** Nothing could be learned yet. */
  | { readonly is: "away" }
  /** `asOf`: the instant, in the hall's offset, at which the ticket surely was so; told when not fresh. */
  | { readonly is: "here"; readonly ticket: Ticket; readonly isFresh: boolean; readonly asOf: string };

/** What a line needs of the outside. */
export interface TicketLinePorts {
  readonly token: string;
  readonly hub: Pick<HubConnection, "status" | "watch" | "now" | "addEventListener" | "removeEventListener">;
  readonly ask: () => Promise<ApiAnswer<Ticket>>;
  readonly changed: (picture: TicketPicture) => void;
  /** Hears of emergencies, which the hub tells whoever follows a ticket. */
  readonly emergency?: (told: EmergencyTold) => void;
}

/** How long a live line may take to open before the ticket is asked for instead. */
const openMillis = 2_500;
const pollMillis = 5_000;
/** A line that falls silent counts as lost after so long: what it told last may be as old. */
const silenceMillis = 12_000;

export class TicketLine {
  private picture: TicketPicture = { is: "opening" };
  private readonly unwatch: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wasLive: boolean;
  /** Rises with every word from the live line, so that a slower answer never overwrites it. */
  private words = 0;
  private isStopped = false;
  /** The live line is up but does not take this topic. */
  private isRefused = false;
  private confirmedAt = 0;

  constructor(private readonly ports: TicketLinePorts) {
    this.wasLive = ports.hub.status === "live";
    ports.hub.addEventListener("status", this.statusChanged);
    this.unwatch = ports.hub.watch(`ticket/${ports.token}`, {
      // The topic's data is the ticket; its events carry it anew.
      snapshot: (data) => this.hear(data as Ticket),
      event: (event) => this.heard(event),
      refused: (code) => {
        if (code === "not-found") return this.become({ is: "unknown" });
        this.isRefused = true;
        void this.poll();
      },
    });
    this.timer = setTimeout(() => void this.poll(), openMillis);
  }

  /** Takes a ticket that a command has answered. */
  accept(ticket: Ticket): void {
    this.words += 1;
    this.take(ticket);
  }

  /** Asks at once: after the phone was in a pocket, nobody knows how old the line is. */
  async refresh(): Promise<void> {
    await this.poll();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.unwatch();
    this.ports.hub.removeEventListener("status", this.statusChanged);
  }

  private get isLive(): boolean {
    return this.ports.hub.status === "live" && !this.isRefused;
  }

  private readonly statusChanged = () => {
    const isLive = this.ports.hub.status === "live";
    if (this.wasLive && !isLive) {
      this.confirmedAt = Math.max(this.confirmedAt, this.ports.hub.now() - silenceMillis);
      void this.poll();
    }
    if (isLive) this.isRefused = false;
    this.wasLive = isLive;
  };

  private hear(ticket: Ticket): void {
    this.words += 1;
    clearTimeout(this.timer);
    this.take(ticket);
  }

  private heard(event: LiveEvent): void {
    const { ticket, ahead, estimate, type } = event;
    // By the wire's promise (shared/wire/live.ts) an event's `ticket` is one, and `ahead` carries these two.
    if (ticket !== undefined) return this.hear(ticket as Ticket);
    // The wire's promise for this type.
    if (type === "emergency") this.ports.emergency?.(event as unknown as EmergencyTold);
    if (type !== "ahead" || this.picture.is !== "here") return;
    this.hear({ ...this.picture.ticket, ahead: ahead as Ticket["ahead"], estimate: estimate as Ticket["estimate"] });
  }

  private async poll(): Promise<void> {
    clearTimeout(this.timer);
    const before = this.words;
    const answer = await this.ports.ask();
    if (this.isStopped) return;
    if (before === this.words) this.judge(answer);
    clearTimeout(this.timer);
    if (!this.isLive && this.picture.is !== "unknown") this.timer = setTimeout(() => void this.poll(), pollMillis);
  }

  private judge(answer: ApiAnswer<Ticket>): void {
    if (answer.ok) return this.take(answer.value);
    if (answer.problem.code === "not-found") return this.become({ is: "unknown" });
    // The live line has come back meanwhile, and brings its own word.
    if (this.isLive && this.picture.is === "here" && this.picture.isFresh) return;
    if (this.picture.is !== "here") return this.become({ is: "away" });
    this.become({ ...this.picture, isFresh: false, asOf: this.asOf(this.picture.ticket) });
  }

  private take(ticket: Ticket): void {
    this.confirmedAt = this.ports.hub.now();
    this.become({ is: "here", ticket, isFresh: true, asOf: this.asOf(ticket) });
  }

  private asOf(ticket: Ticket): string {
    return instantAt(this.confirmedAt, offsetMinutesOf(ticket.issuedAt) ?? 0);
  }

  private become(picture: TicketPicture): void {
    this.picture = picture;
    this.ports.changed(picture);
  }
}
