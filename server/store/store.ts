/** The hub's store: one SQLite file behind the port that the commands know. */
import { desc, eq, gt, lt, notInArray, sql } from "drizzle-orm";
import type { Reads, Store, Tx } from "../commands/ports.ts";
import { writeSnapshot } from "../domain/snapshot.ts";
import { bookingTable } from "./bookings.ts";
import type { OpenDatabase } from "./database.ts";
import { dayTable } from "./days.ts";
import { foldState } from "./fold.ts";
import { numbersGiven } from "../domain/numbering.ts";
import { itemTable } from "./items.ts";
import { chained, eventHead, journalTable, type Chain } from "./journal.ts";
import { mediaTable } from "./media.ts";
import { peopleTable } from "./people.ts";
import { ticketTable } from "./projections.ts";
import { playTable } from "./plays.ts";
import { printJobTable } from "./print-jobs.ts";
import { screenTable } from "./screens.ts";
import { facts, notes, people, snapshots } from "./tables.ts";
import { answerTable, deviceTable, sessionTable, userTable } from "./working-tables.ts";

/** Only the newest is read; the ones before it are for whoever has to look into a fault. */
const SNAPSHOTS_KEPT = 3;

/** Everything is prepared once, here. The chain's end is kept in memory and set back where a commit fails. */
export function openStore(database: OpenDatabase): Store {
  const { db, raw } = database;
  const journal = journalTable(database);
  const tickets = ticketTable(database);
  const days = dayTable(database);
  const answers = answerTable(db);
  const users = userTable(db);
  const sessions = sessionTable(db);
  const devices = deviceTable(db);
  const printJobs = printJobTable(database);
  const persons = peopleTable(db);
  const media = mediaTable(db);
  const items = itemTable(db);
  const screens = screenTable(db);
  const plays = playTable(database);
  const booked = bookingTable(db);
  const factByName = db
    .select({ value: facts.value })
    .from(facts)
    .where(eq(facts.name, sql.placeholder("name")))
    .prepare();
  const begin = raw.prepare("BEGIN IMMEDIATE");
  const commit = raw.prepare("COMMIT");
  let chain: Chain = journal.last();
  let head = eventHead("");

  const tx: Tx = {
    users,
    sessions,
    devices,
    printJobs,
    media,
    items,
    screens,
    plays,
    append(event) {
      if (event.seq !== chain.seq + 1)
        throw new Error(`journal: ${String(event.seq)} does not follow ${String(chain.seq)}`);
      if (event.type === "hall-loaded") head = eventHead(event.hall.hall.id);
      const { bytes, end } = chained(chain, event, head);
      journal.insert(bytes, end);
      if (event.type === "day-opened") days.begin(event.date, event.seq);
      chain = end;
    },
    saveTicket: (ticket) => {
      tickets.save(ticket);
    },
    saveSnapshot(state) {
      db.insert(snapshots)
        .values({ seq: state.seq, state: writeSnapshot(state) })
        .onConflictDoNothing()
        .run();
      const kept = db.select({ seq: snapshots.seq }).from(snapshots).orderBy(desc(snapshots.seq)).limit(SNAPSHOTS_KEPT);
      db.delete(snapshots).where(notInArray(snapshots.seq, kept)).run();
    },
    findAnswer: (scope, key) => answers.find(scope, key),
    keepAnswer: (answer) => {
      answers.keep(answer);
    },
    forgetAnswers: (before) => {
      answers.forgetBefore(before);
    },
    people: persons,
    saveBooking: (booking) => {
      booked.save(booking);
    },
    forgetPersonal(before) {
      db.delete(people).where(lt(people.at, before)).run();
      db.delete(notes).where(lt(notes.at, before)).run();
      items.forgetNotes(before);
    },
    keepNoLaterThan(at) {
      db.update(people).set({ at }).where(gt(people.at, at)).run();
      db.update(notes).set({ at }).where(gt(notes.at, at)).run();
      answers.keepNoLaterThan(at);
      printJobs.keepNoLaterThan(at);
      items.keepNoLaterThan(at);
      plays.forgetAfter(at);
    },
    addNote: (id, sealed, at) => void db.insert(notes).values({ id, sealed, at }).run(),
    dropNote: (id) => void db.delete(notes).where(eq(notes.id, id)).run(),
    setFact(name, value) {
      db.insert(facts).values({ name, value }).onConflictDoUpdate({ target: facts.name, set: { value } }).run();
    },
  };

  const reads: Reads = {
    users,
    sessions,
    devices,
    printJobs,
    media,
    items,
    screens,
    plays,
    people: persons,
    findTicket: (id) => tickets.find(id),
    givenOn: (date) => numbersGiven(days.stretches(date).flatMap((stretch) => [...journal.within(stretch)])),
    findBooking: (id) => booked.find(id),
    listBookings: (dates) => booked.list(dates),
    listTickets: (query) => tickets.list(query),
    history: (ticket) => journal.at(tickets.find(ticket)?.events ?? []),
    note: (id) => db.select({ sealed: notes.sealed }).from(notes).where(eq(notes.id, id)).get()?.sealed ?? null,
    fact: (name) => factByName.get({ name })?.value ?? null,
  };

  return {
    ...reads,
    commit(work) {
      const before = chain;
      try {
        begin.run();
        const result = work(tx);
        commit.run();
        return result;
      } catch (error) {
        chain = before;
        if (raw.inTransaction) raw.exec("ROLLBACK");
        throw error;
      }
    },
    fold(follow) {
      const state = foldState({ db, journal }, follow);
      chain = journal.last();
      head = eventHead(state.hall?.id ?? "");
      return state;
    },
  };
}
