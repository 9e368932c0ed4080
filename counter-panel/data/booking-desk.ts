/** Bookings at the guide's desk: looked for, made for somebody, checked in, and a suspension lifted. */
import type { ApiAnswer, ApiProblem } from "../../shared/ui/api.ts";
import { bookingAddressIn } from "../../shared/ui/scan-reader.ts";
import type { Booking, BookingOfPerson, NewBooking, SlotList } from "../../shared/wire/booking.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { DeskOptions } from "./desk.ts";
import type { Sending } from "./sender.ts";

/** As much as the hub takes. */
const MOST_LOOKED_FOR = 60;

/** Where a refusal is said. */
export interface BookingTrouble extends ApiProblem {
  readonly of: "list" | "make";
}

export interface BookingDeskOptions extends DeskOptions {
  /** Somebody was checked in: this is their ticket. */
  readonly checkedIn: (ticket: Ticket) => void;
}

export class BookingDesk {
  /** What was found; null until it is known. */
  items: readonly BookingOfPerson[] | null = null;
  /** What was looked for; empty for today's. */
  wanted = "";
  slots: SlotList | null = null;
  /** Those to which a booking may be moved. */
  moveSlots: SlotList | null = null;
  /** What was booked here last. */
  made: Booking | null = null;
  trouble: BookingTrouble | null = null;
  /** Rises with every change, so that a page knows to look again. */
  seen = 0;
  /** Counts what is asked of each kind: an answer that a later question has overtaken is dropped. */
  private readonly asked = { list: 0, slots: 0, moveSlots: 0 };
  /** Whose slots stand here. */
  private slotsFor: string | null = null;

  constructor(private readonly options: BookingDeskOptions) {}

  get isMaking(): boolean {
    return this.options.sender.busy("book") !== null;
  }

  /** Today's bookings, or those of today and later that fit. */
  async find(wanted: string): Promise<void> {
    const isLast = this.ask("list");
    this.wanted = wanted.normalize("NFKC").trim();
    const text = await this.referenceOf(this.wanted);
    if (!isLast()) return;
    this.wanted = text;
    const query = text === "" ? "" : `?q=${encodeURIComponent(text)}`;
    const answer = await this.options.ask<{ items: readonly BookingOfPerson[] }>("GET", `/api/bookings${query}`);
    if (!isLast()) return;
    if (answer.ok) this.items = answer.value.items;
    this.settle("list", answer.ok ? null : answer.problem);
  }

  /** What is looked for; of the scanned address of a booking's page its reference. */
  private async referenceOf(wanted: string): Promise<string> {
    const token = bookingAddressIn(wanted);
    if (token === null) return wanted;
    const answer = await this.options.ask<Booking>("GET", `/api/b/${encodeURIComponent(token)}`);
    return answer.ok ? answer.value.reference : wanted.slice(0, MOST_LOOKED_FOR);
  }

  /** The slots of a service; of a day, or of the first that has room. */
  async lookAt(service: string, date: string | null): Promise<void> {
    const isLast = this.ask("slots");
    if (this.slotsFor !== service) {
      this.slots = null;
      this.slotsFor = service;
      this.tell();
    }
    const answer = await this.slotsOf(service, date);
    if (!isLast()) return;
    this.slots = answer.ok ? answer.value : null;
    this.settle("make", answer.ok ? null : answer.problem);
  }

  /** The slots to which a booking of a service may be moved. */
  async lookToMove(service: string, date: string | null): Promise<void> {
    const isLast = this.ask("moveSlots");
    this.moveSlots = null;
    this.tell();
    const answer = await this.slotsOf(service, date);
    if (!isLast()) return;
    this.moveSlots = answer.ok ? answer.value : null;
    this.settle("list", answer.ok ? null : answer.problem);
  }

  /** Moves somebody's booking to the slot that begins then. */
  move(booking: string, start: string): Promise<void> {
    return this.change(booking, { method: "PATCH", body: { start } });
  }

  /** Gives somebody's booking up. */
  giveUp(booking: string): Promise<void> {
    return this.change(booking, { method: "DELETE", body: {} });
  }

  /** Whether it was booked. */
  async book(wish: NewBooking): Promise<boolean> {
    this.made = null;
    const answer = await this.options.sender.send<Booking>({
      lane: "book",
      kind: "book",
      path: "/api/bookings",
      body: { ...wish },
    });
    if (!answer) return false;
    if (answer.ok) this.made = answer.value;
    this.settle("make", answer.ok ? null : answer.problem);
    if (answer.ok) await this.find(this.wanted);
    else if (answer.problem.code === "slot-full") await this.refresh(wish.service);
    return answer.ok;
  }

  async checkIn(reference: string): Promise<void> {
    const answer = await this.options.sender.send<Ticket>({
      lane: "issue",
      kind: `check-in ${reference}`,
      path: "/api/bookings/check-in",
      body: { reference },
    });
    if (!answer) return;
    this.settle("list", answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.options.checkedIn(answer.value);
    await this.find(this.wanted);
  }

  async lift(person: string): Promise<void> {
    const answer = await this.options.sender.send({
      lane: `person/${person}`,
      kind: "lift",
      path: `/api/people/${encodeURIComponent(person)}/lift-suspension`,
      body: {},
    });
    if (!answer) return;
    this.settle("list", answer.ok ? null : answer.problem);
    if (answer.ok) await this.find(this.wanted);
  }

  /** Nobody is signed in any more. */
  clear(): void {
    this.items = this.slots = this.moveSlots = this.made = this.trouble = null;
    this.wanted = "";
    this.slotsFor = null;
    for (const kind of ["list", "slots", "moveSlots"] as const) this.ask(kind);
    this.seen += 1;
  }

  /** Begins a question; the answer tells whether it is still the last of its kind. */
  private ask(kind: "list" | "slots" | "moveSlots"): () => boolean {
    this.asked[kind] += 1;
    const asked = this.asked[kind];
    return () => this.asked[kind] === asked;
  }

  private tell(): void {
    this.seen += 1;
    this.options.changed();
  }

  /** What was taken meanwhile is shown, and why it was refused stays. */
  private async refresh(service: string): Promise<void> {
    const { trouble } = this;
    await this.lookAt(service, this.slots?.date ?? null);
    this.trouble = trouble;
    this.tell();
  }

  private slotsOf(service: string, date: string | null): Promise<ApiAnswer<SlotList>> {
    const query = date === null ? "" : `?date=${date}`;
    return this.options.ask("GET", `/api/services/${encodeURIComponent(service)}/slots${query}`);
  }

  private async change(booking: string, how: Pick<Sending, "body"> & { method: "PATCH" | "DELETE" }): Promise<void> {
    const answer = await this.options.sender.send<BookingOfPerson>({
      lane: `booking/${booking}`,
      kind: `${how.method} ${booking}`,
      path: `/api/bookings/${encodeURIComponent(booking)}`,
      ...how,
    });
    if (!answer) return;
    if (answer.ok) this.items = this.items?.map((item) => (item.id === booking ? answer.value : item)) ?? null;
    this.settle("list", answer.ok ? null : answer.problem);
  }

  private settle(of: BookingTrouble["of"], problem: ApiProblem | null): void {
    this.trouble = problem && { ...problem, of };
    this.tell();
  }
}
