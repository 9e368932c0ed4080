/** What the commands need from outside, and nothing of how it is done. */
import type {
  DeviceKind,
  Millis,
  PrintJobState,
  PrintProblem,
  Role,
  TicketState,
} from "../../shared/domain/vocabulary.ts";
import type { Refusal } from "../../shared/domain/refusal.ts";
import type { Printer } from "../../shared/wire/access.ts";
import type { Slip } from "../../shared/wire/print.ts";
import type { Command } from "../domain/commands.ts";
import type { Recorded } from "../domain/events.ts";
import type { Booking } from "../domain/booking.ts";
import type { NumbersGiven } from "../domain/numbering.ts";
import type { HallState } from "../domain/state.ts";
import type { ItemTable, MediaTable, PlayTable, ScreenTable } from "./lobby-ports.ts";
import type { Ticket } from "../domain/ticket.ts";

export interface Clock {
  /** Epoch milliseconds. */
  now(): Millis;
  /**
   * Milliseconds that only ever rise, a sleeping machine's too, counted from anywhere. Without it leaps of the clock go
   * unnoticed.
   */
  passed?(): Millis;
}

export interface DiskRoom {
  /** Bytes left where the hub keeps its data. */
  freeBytes(): number;
}

/** Whoever sets the machine's clock by others. */
export interface TimeService {
  /** Whether it stands behind what the clock shows now: it has set it since it was last moved. Never rejects. */
  vouches(): Promise<boolean>;
}

/** Follows the journal. `prepare` sees each event with the state right after it; nothing may leave before `publish`. */
export interface Follower {
  prepare(event: Recorded, state: HallState): void;
  publish(): void;
  discard(): void;
}

/** What a task may do: read the working state, decide commands on it, write working tables beside them. */
export interface Work {
  readonly state: HallState;
  readonly now: Millis;
  readonly tx: Tx;
  /** Decides a command; its events are in the state and the transaction when this returns. */
  readonly execute: (command: Command) => readonly Recorded[] | Refusal;
}

/** Synchronous; it must not throw after `execute` has given events. */
export type Task<A> = (work: Work) => Answer<A>;

/** Runs a task in the one writer; the answer is on disk when it comes. */
export type Submit = <A>(task: Task<A>) => Promise<Answer<A>>;

/** What one transaction can write; only valid while it is open. */
export interface Tx {
  append(event: Recorded): void;
  saveTicket(ticket: Ticket): void;
  saveSnapshot(state: HallState): void;
  findAnswer(scope: string, key: string): KeptAnswer | null;
  keepAnswer(answer: NewAnswer): void;
  /** Forgets answers kept before this instant. */
  forgetAnswers(before: Millis): void;
  readonly users: Users;
  readonly sessions: Sessions;
  readonly devices: Devices;
  readonly printJobs: PrintJobTable;
  readonly people: People;
  readonly media: MediaTable;
  readonly items: ItemTable;
  readonly screens: ScreenTable;
  readonly plays: PlayTable;
  saveBooking(booking: Booking): void;
  /** Forgets people and free-text reasons from before this instant. */
  forgetPersonal(before: Millis): void;
  /** What is kept for a time counts as of this instant at the latest: the clock ran ahead of it till now. */
  keepNoLaterThan(at: Millis): void;
  addNote(id: string, sealed: Buffer, at: Millis): void;
  dropNote(id: string): void;
  setFact(name: string, value: string): void;
}

export interface Store extends Reads {
  /** Runs `work` in one transaction that is on disk when this returns; throws where it could not be. */
  commit<T>(work: (tx: Tx) => T): T;
  /** Folds the journal from its last snapshot; `follow` sees every event folded. */
  fold(follow?: (event: Recorded, state: HallState) => void): HallState;
}

export interface Reads {
  readonly users: Pick<Users, "all">;
  readonly sessions: Pick<Sessions, "all">;
  readonly devices: Pick<Devices, "all">;
  readonly printJobs: Pick<PrintJobTable, "find" | "list" | "firstDue" | "countDue" | "latestOf">;
  readonly people: Pick<People, "byId" | "byIdMark" | "byPhoneMark">;
  readonly media: Pick<MediaTable, "find" | "bySha256" | "list" | "unnamedBefore">;
  readonly items: Pick<ItemTable, "find" | "list" | "published" | "version" | "versions">;
  readonly screens: Pick<ScreenTable, "all" | "find">;
  readonly plays: Pick<PlayTable, "list">;
  findTicket(id: string): Ticket | null;
  /** The numbers given on a date, which may have been the hall's more than once. */
  givenOn(date: string): NumbersGiven;
  findBooking(id: string): Booking | null;
  /** Bookings of the days from one to another, by their slots. */
  listBookings(dates: { readonly from: string; readonly until: string }): Booking[];
  /** Tickets of a day in the order of issue, a page at a time. */
  listTickets(query: TicketQuery): Ticket[];
  /** What happened to a ticket; nothing for an id that is none. */
  history(ticket: string): Recorded[];
  note(id: string): Buffer | null;
  fact(name: string): string | null;
}

export interface TicketQuery {
  readonly date: string;
  readonly state?: TicketState | undefined;
  readonly service?: string | undefined;
  readonly counter?: number | undefined;
  readonly number?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface KeptAnswer {
  readonly fingerprint: string;
  readonly body: string;
  /** When it was given. */
  readonly at: Millis;
}

export interface NewAnswer extends KeptAnswer {
  readonly scope: string;
  readonly key: string;
}

export interface UserRow {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly role: Role;
  readonly counters: number[] | null;
  readonly passwordHash: string;
}

/** `all` includes those deleted, whose names old records still need. */
export interface Users {
  all(): (UserRow & { readonly isDeleted: boolean })[];
  byName(user: string): UserRow | null;
  byId(id: string): UserRow | null;
  insert(row: UserRow): void;
  update(id: string, change: Partial<Omit<UserRow, "id" | "user">>): void;
  remove(id: string, at: Millis): void;
}

export interface SessionRow {
  readonly tokenHash: string;
  readonly userId: string;
  readonly createdAt: Millis;
  readonly expiresAt: Millis;
}

export interface Sessions {
  all(): SessionRow[];
  insert(row: SessionRow): void;
  remove(tokenHash: string): void;
  forgetExpired(at: Millis): void;
  /** Signs a user out everywhere, except where `except` says. */
  removeOf(userId: string, except?: string): void;
}

export interface DeviceRow {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly counter: number | null;
  readonly tokenHash: string | null;
  /** Of the secret it was paired with; it proves who may fetch the token. */
  readonly secretHash: string | null;
  readonly printer: Printer | null;
  readonly createdAt: Millis;
  readonly pairedAt: Millis | null;
}

export interface Devices {
  all(): DeviceRow[];
  insert(row: DeviceRow): void;
  update(id: string, change: Partial<Omit<DeviceRow, "id">>): void;
  remove(id: string): void;
}

export interface PersonRow {
  readonly id: string;
  readonly sealed: Buffer;
  /** The last instant at which they are needed, as far as is known. */
  readonly at: Millis;
  /** Keyed hashes of the ID number and the phone. */
  readonly idMark: string | null;
  readonly phoneMark: string | null;
}

/** Who has told the hub something of themselves. By a mark: the newest first. */
export interface People {
  byId(id: string): PersonRow | null;
  byIdMark(mark: string): PersonRow[];
  byPhoneMark(mark: string): PersonRow[];
  insert(row: PersonRow): void;
  update(id: string, change: Partial<Omit<PersonRow, "id">>): void;
}

export interface PrintJobRow {
  /** Rises with every ticket, and with every slip of one. */
  readonly id: string;
  readonly ticket: string;
  readonly number: string;
  readonly device: string | null;
  readonly state: PrintJobState;
  readonly isCopy: boolean;
  readonly attempts: number;
  readonly problem: PrintProblem | null;
  readonly slip: Slip;
  readonly createdAt: Millis;
  readonly printedAt: Millis | null;
}

/** A job that nobody has tried yet. */
export interface NewPrintJob extends Pick<PrintJobRow, "ticket" | "number" | "device" | "state" | "createdAt"> {
  /** The bytes of the slip as JSON. */
  readonly slip: Buffer;
}

export interface PrintJobTable {
  /** The job of a ticket's first slip, issued at this place of the journal; answers its id. */
  insertFirst(job: NewPrintJob, issuedSeq: number): string;
  /** A further slip of the ticket of another job, marked as a copy; answers its id, or null where it has too many. */
  insertCopy(job: NewPrintJob, of: string): string | null;
  forgetBefore(at: Millis): void;
  /** Jobs made later than this instant count as made then. */
  keepNoLaterThan(at: Millis): void;
  update(id: string, change: Partial<Omit<PrintJobRow, "id">>): void;
  find(id: string): PrintJobRow | null;
  /** Newest first. */
  list(query: {
    state?: PrintJobState | undefined;
    ticket?: string | undefined;
    date?: string | undefined;
    after?: string | undefined;
    limit: number;
  }): PrintJobRow[];
  /** The first job of a device that still wants paper. */
  firstDue(device: string): PrintJobRow | null;
  countDue(device: string): number;
  latestOf(ticket: Ticket): PrintJobRow | null;
}

/** Passwords are slow to check on purpose; secrets that the hub makes itself are long enough to need no slowness. */
export interface Passwords {
  readonly hash: (password: string) => Promise<string>;
  readonly matches: (passwordHash: string, password: string) => Promise<boolean>;
  /** As slow as a wrong password, so that a name that does not exist cannot be told from one that does. */
  readonly wasteTime: (password: string) => Promise<void>;
  readonly newSecret: () => string;
}

/** Locks away what may be personal, so that it lies on disk encrypted. */
export interface Seal {
  seal(text: string): Buffer;
  /** The text, or null where it was sealed by another key. */
  open(sealed: Buffer): string | null;
  /** The same for the same text and for no other; without the hub's key nobody can tell of which, nor try. */
  mark(text: string): string;
}

/** Marks of people, by a key of their own. */
export interface PersonMarks {
  markPerson(what: "id" | "phone", text: string): string;
}

/** The refusal or the answer of a task. */
export type Answer<A> = A | Refusal;
