/** Slips and print jobs. A slip is kept whole with its job, so that it can be printed whatever becomes of the hall file. */
import Type, { type Static } from "typebox";
import { printJobStates, printProblems } from "../domain/vocabulary.ts";
import { Exactly, Instant, LanguageCode, ListOf, Nullable, OneOf, Text } from "./common.ts";
import { Estimate } from "./ticket.ts";

export const Slip = Exactly({
  hall: Text,
  number: Type.String(),
  service: Text,
  ahead: Nullable(Type.Integer()),
  estimate: Nullable(Estimate),
  /** Labels of the counters that may call the ticket; none where no counter lists its service. */
  counters: Type.Array(Text),
  /** Where to wait: the areas of those counters, the service's own before those that help out. */
  areas: Type.Array(Text),
  materials: Type.Array(Exactly({ name: Text, original: Type.Boolean(), copies: Type.Integer() })),
  footer: Nullable(Text),
  missRule: Exactly({ behind: Type.Integer(), times: Type.Integer(), minutes: Type.Integer() }),
  /** Language of the resident, first on the slip; further languages of the hall's slips follow it. */
  lang: LanguageCode,
  languages: Type.Array(LanguageCode),
  issuedAt: Instant,
  /** The time of an appointment; absent of every other ticket. */
  dueAt: Type.Optional(Instant),
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
    state: OneOf(printJobStates),
    copy: Type.Boolean({ description: "it may be the second slip of this ticket and says so" }),
    attempts: Type.Integer(),
    problem: Nullable(
      OneOf(printProblems, {
        description:
          "why the last attempt failed, or why there is none any more. The printer: offline, paper-out, cover-open, " +
          "timeout (it takes or confirms nothing), closed-early (it hung up). not-allowed: the device file is none " +
          "that may be printed to. interrupted: the hub ended while it printed. ended: the ticket's visit is over. " +
          "unprintable: no slip can be made of it. unconfirmed: it was sent three times, and the printer never said " +
          "that it was out; it may be on paper",
      }),
    ),
    createdAt: Instant,
    printedAt: Nullable(Instant),
  },
  { $id: "PrintJob" },
);
export type PrintJob = Static<typeof PrintJob>;
export const PrintJobList = ListOf(PrintJob);
