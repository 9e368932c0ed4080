/**
 * What happens at a station, without a page: one resident's choices, his number, its slip, and giving the page back
 * when he leaves. The page shows what this tells and calls what was touched.
 */
import type { Language } from "../shared/domain/vocabulary.ts";
import type { ApiAnswer, ApiOptions } from "../shared/ui/api.ts";
import type { HubConnection } from "../shared/ui/hub.ts";
import type { HallNow, HallServiceNow } from "../shared/wire/hall.ts";
import type { Ticket } from "../shared/wire/ticket.ts";
import { askBack } from "./ask-back.ts";
import type { Place } from "./events.ts";
import type { HallFeed } from "./hall-feed.ts";
import { IdleWatch } from "./idle-watch.ts";
import { lookUp } from "./look-up.ts";
import { bookingIn, tokenIn } from "../shared/ui/scan-reader.ts";
import { freshSession, isUntouched, nextSession, withServices, type Session, type View } from "./session.ts";
import { mustBeNoted, slipState, type SlipState } from "./slip-state.ts";
import { NumberTaker, type Order, type Taken } from "./take-number.ts";
import { TicketFollow } from "./ticket-follow.ts";
import { referenceLength } from "./typed-number.ts";

type BookingNamed = Extract<Order, { readonly booking: unknown }>["booking"];

/** A slip that was printed is in somebody's hand; the page waits so long for a "done". */
const printedMillis = 15_000;

export interface FlowSources {
  readonly hub: Pick<HubConnection, "watch" | "now">;
  readonly feed: HallFeed;
  readonly token: string;
  readonly request: <T>(method: "GET" | "POST", path: string, options?: ApiOptions) => Promise<ApiAnswer<T>>;
  readonly newKey: () => string;
  readonly language: { readonly get: () => Language; readonly set: (language: Language) => void };
}

/** Dispatches `change` whenever the page should look again, `unpaired` when the hub no longer knows the device. */
export class StationFlow extends EventTarget {
  private now: Session = freshSession;
  private asking: number | null = null;
  private followed: TicketFollow | null = null;
  private leaving: ReturnType<typeof setTimeout> | undefined;
  private readonly taker: NumberTaker;
  /** Counts the slips scanned: the last one's answer is shown. */
  private scans = 0;
  /** The hub no longer knows this station. */
  private isCutOff = false;
  private isClosed = false;
  private readonly idle = new IdleWatch({
    asking: (secondsLeft) => this.setAsking(secondsLeft),
    answered: () => this.setAsking(null),
    left: () => this.startOver(),
  });

  constructor(private readonly sources: FlowSources) {
    super();
    const { request, newKey, token } = sources;
    this.taker = new NumberTaker({
      post: (path, options) => request("POST", path, options),
      look: (ticket) => this.look(ticket),
      newKey,
      token,
    });
    sources.feed.addEventListener("change", this.fed);
    sources.feed.addEventListener("unpaired", this.lostPairing);
  }

  get session(): Session {
    return this.now;
  }

  get hall(): HallNow | null {
    return this.sources.feed.hall;
  }

  /** Whether to show that the station is out of order; a number, and what is said of one, stays on the page. */
  get isAway(): boolean {
    const { at } = this.now.view;
    return this.sources.feed.isAway && at !== "ticket" && at !== "taking" && at !== "unsure";
  }

  /** Seconds until the page is given back; null while nobody needs to be asked. */
  get secondsLeft(): number | null {
    return this.asking;
  }

  get ticket(): Ticket | null {
    return this.followed?.ticket ?? null;
  }

  get slip(): SlipState {
    return this.followed ? slipState({ ...this.followed.slip, printer: this.sources.feed.printer }) : "printing";
  }

  get printer(): HallFeed["printer"] {
    return this.sources.feed.printer;
  }

  /** A finger on the glass, wherever it is. */
  touched(): void {
    const { at } = this.now.view;
    const isNew = isUntouched(this.now) && this.sources.language.get() === this.hallLanguage;
    if (at === "ticket" || at === "taking" || isNew) this.idle.rest();
    else this.idle.touched();
  }

  go(place: Place): void {
    this.show({ at: place });
  }

  setLanguage(language: Language): void {
    this.sources.language.set(language);
    this.put({});
  }

  setLarge(isLarge: boolean): void {
    this.put({ isLarge });
  }

  /** `reason` is one of the hall's; null gives the priority up. */
  choosePriority(reason: string | null): void {
    const known = this.hall?.reasons.find(({ id }) => id === reason);
    this.put({ priority: known ? { class: known.class, reason: known.id } : null, view: { at: "services" } });
  }

  /** A tap on a service: gives a number, or asks back where that is kinder. */
  async choose(id: string): Promise<void> {
    const hall = this.hall;
    const service = hall?.services.find((each) => each.id === id);
    if (!hall || !service) return;
    const ask = service.open ? askBack(service, hall, this.sources.hub.now()) : null;
    if (ask) this.show({ at: "ask", service, ask });
    else await this.take(service);
  }

  /** Yes to the question asked back. */
  async confirm(): Promise<void> {
    if (this.now.view.at === "ask") await this.take(this.now.view.service);
  }

  /** The page is read: back to the first page; after a number, everything is as for a new resident. */
  done(): void {
    const { view } = this.now;
    if (view.at === "ticket") this.startOver();
    else if (view.at === "not-booked") this.show({ at: "check-in", typed: view.typed });
    else if (view.at !== "taking") this.show({ at: "services" });
  }

  /** Somebody has typed his reference, or his phone's number; where phones have eight digits it may be either. */
  async typed(digits: string): Promise<void> {
    if (digits.length === referenceLength) await this.checkIn({ reference: digits }, { phone: digits });
    else await this.checkIn({ phone: digits });
    const { view } = this.now;
    if (view.at === "refused" && view.problem.code === "not-found") this.show({ at: "not-booked", typed: digits });
  }

  /** A code reader has read something. */
  async scanned(code: string): Promise<void> {
    const before = this.followed;
    if (this.holdsNumber()) return;
    const booking = bookingIn(code);
    if (booking) return this.checkIn(booking);
    this.scans += 1;
    const scan = this.scans;
    const token = tokenIn(code);
    const found =
      token === null
        ? ({ as: "unknown" } as const)
        : await lookUp(token, (method, path, options) => this.sources.request(method, path, options));
    // Meanwhile the next resident may have taken a number, or held his slip to the reader.
    const isOthersPage = this.holdsNumber() || (this.followed !== null && this.followed !== before);
    if (scan !== this.scans || isOthersPage) return;
    this.endTicket();
    this.show({ at: "found", found });
  }

  close(): void {
    this.isClosed = true;
    this.scans += 1;
    this.sources.feed.removeEventListener("change", this.fed);
    this.sources.feed.removeEventListener("unpaired", this.lostPairing);
    this.idle.rest();
    this.endTicket();
  }

  private async take(service: HallServiceNow): Promise<void> {
    const { priority } = this.now;
    await this.order({ service: service.id, language: this.sources.language.get(), priority });
  }

  /** `otherwise`: what the same digits may mean where no booking goes by the first. */
  private async checkIn(booking: BookingNamed, otherwise?: BookingNamed): Promise<void> {
    if (this.holdsNumber()) return;
    this.scans += 1;
    const language = this.sources.language.get();
    await this.order({ booking, language }, ...(otherwise ? [{ booking: otherwise, language }] : []));
  }

  private async order(first: Order, otherwise?: Order): Promise<void> {
    this.idle.rest();
    this.endTicket();
    this.show({ at: "taking" });
    let taken = await this.taker.take(first);
    if (otherwise && taken.is === "refused" && taken.problem.code === "not-found")
      taken = await this.taker.take(otherwise);
    this.took(taken);
  }

  private took(taken: Taken): void {
    if (this.isClosed) return;
    void this.sources.feed.load();
    if (taken.is === "given") this.showTicket(taken.ticket);
    else this.show(taken.is === "unsure" ? { at: "unsure" } : { at: "refused", problem: taken.problem });
    if (this.isCutOff || (taken.is === "refused" && taken.problem.code === "not-signed-in")) this.lostPairing();
  }

  private showTicket(ticket: Ticket): void {
    this.endTicket();
    this.followed = new TicketFollow(ticket, { hub: this.sources.hub, ask: (token) => this.look(token) });
    this.followed.addEventListener("change", this.fed);
    this.show({ at: "ticket" });
    this.fed();
  }

  private look(token: string): Promise<ApiAnswer<Ticket>> {
    return this.sources.request("GET", `/api/t/${encodeURIComponent(token)}`, { timeoutMillis: 6_000 });
  }

  private endTicket(): void {
    clearTimeout(this.leaving);
    this.leaving = undefined;
    this.followed?.removeEventListener("change", this.fed);
    this.followed?.close();
    this.followed = null;
  }

  /** Something outside has changed. A printed slip starts the way back to the first page, an unprinted one never does. */
  private readonly fed = () => {
    if (this.followed && !mustBeNoted(this.slip)) this.leaving ??= setTimeout(() => this.startOver(), printedMillis);
    this.orderServices();
    this.changed();
  };

  private startOver(): void {
    this.idle.rest();
    this.asking = null;
    this.endTicket();
    this.sources.language.set(this.hallLanguage);
    this.now = nextSession(this.now, this.hall);
    this.changed();
    if (this.isCutOff) this.lostPairing();
  }

  private orderServices(): void {
    if (this.hall) this.now = withServices(this.now, this.hall);
  }

  /** Whether a number is on its way to the page, or on it and not noted yet. */
  private holdsNumber(): boolean {
    const { at } = this.now.view;
    return at === "taking" || (at === "ticket" && mustBeNoted(this.slip));
  }

  private get hallLanguage(): Language {
    return this.hall?.languages[0] ?? "zh";
  }

  private show(view: View): void {
    this.put({ view });
  }

  private put(change: Partial<Session>): void {
    this.now = { ...this.now, ...change };
    this.touched();
    this.changed();
  }

  private setAsking(secondsLeft: number | null): void {
    this.asking = secondsLeft;
    this.changed();
  }

  /** A number stays on the glass until it was noted; only then the page asks to be paired. */
  private readonly lostPairing = () => {
    this.isCutOff = true;
    if (!this.holdsNumber()) this.dispatchEvent(new Event("unpaired"));
  };

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
