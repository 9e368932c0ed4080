/** What the bookings at the guide's desk tell the page. */
import type { NewBooking } from "../../shared/wire/booking.ts";

/** What is asked for. */
export type BookingWish =
  | { readonly wish: "find"; readonly text: string }
  | { readonly wish: "slots"; readonly service: string; readonly date: string | null }
  | { readonly wish: "book"; readonly booking: NewBooking }
  | { readonly wish: "check-in"; readonly reference: string }
  | { readonly wish: "move-slots"; readonly service: string; readonly date: string | null }
  | { readonly wish: "move"; readonly booking: string; readonly start: string }
  | { readonly wish: "cancel"; readonly booking: string }
  | { readonly wish: "lift"; readonly person: string };

export class BookingEvent extends Event {
  static readonly type = "desk-booking";
  constructor(readonly asked: BookingWish) {
    super(BookingEvent.type, { bubbles: true, composed: true });
  }
}
