/** What every handler works with. */
import type { Printer } from "../../shared/wire/access.ts";
import { clockOf } from "../domain/calendar.ts";
import type { HallState } from "../domain/state.ts";
import type { Moment } from "../views/ticket-view.ts";
import type { EstimateBoard } from "../views/estimates.ts";
import type { Words } from "../views/counter-view.ts";
import type { BookingReferences } from "./booking-references.ts";
import type { PersonMarks, Seal, Store } from "./ports.ts";
import type { Writer } from "./writer.ts";

export interface Context {
  readonly writer: Writer;
  readonly store: Store;
  readonly seal: Seal & PersonMarks;
  readonly words: Words;
  /** The key to a ticket, for its slip's QR code. */
  readonly tokenOf: (ticketId: string) => string;
  readonly bookingTokenOf: (bookingId: string) => string;
  readonly references: BookingReferences;
  readonly newId: () => string;
  readonly newTicketId: (issuedSeq: number) => string;
  readonly publicUrl: string | null;
  readonly printerOf: (deviceId: string) => Printer | null;
  readonly moments: Moments;
  /** Numbers are given at any hour: a demonstration on the machine's own clock. */
  readonly anyHour: boolean;
}

/** Makes moments. */
export class Moments {
  /** @param board the waiting times told last. */
  constructor(private readonly board: () => EstimateBoard | null = () => null) {}

  /** Null while no hall is loaded. */
  of(state: HallState, now: number): Moment | null {
    return state.hall && { state, zone: clockOf(state.hall.timezone), now, estimates: this.board() };
  }

  /** Where a hall must be there, since a command on it has just succeeded. */
  sure(state: HallState, now: number): Moment {
    const moment = this.of(state, now);
    if (!moment) throw new Error("no hall is loaded");
    return moment;
  }
}
