/** The tally of plain enquiries on the wire: questions answered at the desk without a number. */
import Type, { type Static } from "typebox";
import { Exactly, Instant, ListOf, LocalDate, Nullable } from "./common.ts";

/** How it stands today. */
export const EnquiryTally = Exactly(
  {
    date: LocalDate,
    count: Type.Integer({ description: "of all desks" }),
    undoUntil: Nullable({ ...Instant, description: "until when whoever asks can take their own last one back" }),
  },
  { $id: "EnquiryTally" },
);
export type EnquiryTally = Static<typeof EnquiryTally>;

export const EnquiryDay = Exactly({ date: LocalDate, count: Type.Integer() });
export type EnquiryDay = Static<typeof EnquiryDay>;
export const EnquiryDays = ListOf(EnquiryDay);
