/** Slips and print jobs. A slip is kept whole with its job, so that what is printed later is what was promised then. */
import Type, { type Static } from "typebox";
import { Exactly, Instant, LanguageCode, ListOf, Nullable, OneOf, Text } from "./common.ts";
import { Estimate, printStates } from "./ticket.ts";

export const Slip = Exactly({
  hall: Text,
  number: Type.String(),
  service: Text,
  ahead: Nullable(Type.Integer()),
  estimate: Nullable(Estimate),
  /** Labels of the counters that take this service first. */
  counters: Type.Array(Text),
  /** Where to wait: the areas of those counters. */
  areas: Type.Array(Text),
  materials: Type.Array(Exactly({ name: Text, original: Type.Boolean(), copies: Type.Integer() })),
  footer: Nullable(Text),
  missRule: Exactly({ behind: Type.Integer(), times: Type.Integer(), minutes: Type.Integer() }),
  /** Language of the resident, first on the slip; further languages of the hall's slips follow it. */
  lang: LanguageCode,
  languages: Type.Array(LanguageCode),
  issuedAt: Instant,
  /** Address of the ticket's page for the QR code; null where the hall has no public address. */
  url: Nullable(Type.String()),
});
export type Slip = Static<typeof Slip>;

export const PrintJob = Exactly(
  {
    id: Type.String(),
    ticket: Type.String(),
    number: Type.String(),
    device: Nullable(Type.String()),
    state: OneOf(printStates),
    copy: Type.Boolean({ description: "it may be the second slip of this ticket and says so" }),
    attempts: Type.Integer(),
    problem: Nullable(
      Type.String({ description: "why the last attempt failed: paper-out, offline, cover-open, timeout, ended" }),
    ),
    createdAt: Instant,
    printedAt: Nullable(Instant),
  },
  { $id: "PrintJob" },
);
export type PrintJob = Static<typeof PrintJob>;
export const PrintJobList = ListOf(PrintJob);
