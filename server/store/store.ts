/** The hub's store: one SQLite file behind the port that the commands know. */
import { desc, eq, lt, sql } from "drizzle-orm";
import type { Reads, Store, Tx } from "../commands/ports.ts";
import { evolve } from "../domain/evolve.ts";
import { readSnapshot, writeSnapshot } from "../domain/snapshot.ts";
import { initialState } from "../domain/state.ts";
import type { OpenDatabase } from "./database.ts";
import { eventBytes, journalTable, nextHash, type Chain } from "./journal.ts";
import { ticketTable } from "./projections.ts";
import { facts, notes, people, snapshots } from "./tables.ts";
import { answerTable, deviceTable, printJobTable, sessionTable, userTable } from "./working-tables.ts";

/** Everything is prepared once, here. The chain's end is kept in memory and set back where a commit fails. */
export function openStore({ db, raw }: OpenDatabase): Store {
  const journal = journalTable(db);
  const tickets = ticketTable(db);
  const answers = answerTable(db);
  const users = userTable(db);
  const sessions = sessionTable(db);
  const devices = deviceTable(db);
  const printJobs = printJobTable(db);
  const factByName = db
    .select({ value: facts.value })
    .from(facts)
    .where(eq(facts.name, sql.placeholder("name")))
    .prepare();
  const begin = raw.prepare("BEGIN IMMEDIATE");
  const end = raw.prepare("COMMIT");
  let chain: Chain = journal.last();
  let hallId = "";

  const tx: Tx = {
    users,
    sessions,
    devices,
    printJobs,
    append(event) {
      if (event.seq !== chain.seq + 1)
        throw new Error(`journal: ${String(event.seq)} does not follow ${String(chain.seq)}`);
      if (event.type === "hall-loaded") hallId = event.hall.hall.id;
      const bytes = eventBytes(event, hallId);
      const hash = nextHash(chain.hash, bytes);
      journal.insert({
        seq: event.seq,
        bytes,
        hash,
        type: event.type,
        ticket: "ticket" in event ? event.ticket : null,
      });
      chain = { seq: event.seq, hash };
    },
    saveTicket: (ticket, date) => {
      tickets.save(ticket, date);
    },
    saveSnapshot(state) {
      db.insert(snapshots)
        .values({ seq: state.seq, state: writeSnapshot(state) })
        .onConflictDoNothing()
        .run();
    },
    findAnswer: (scope, key) => answers.find(scope, key),
    keepAnswer: (answer) => {
      answers.keep(answer);
    },
    forgetAnswers: (before) => {
      answers.forgetBefore(before);
    },
    addPerson: (id, sealed, at) => void db.insert(people).values({ id, sealed, at }).run(),
    forgetPersonal(before) {
      db.delete(people).where(lt(people.at, before)).run();
      db.delete(notes).where(lt(notes.at, before)).run();
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
    findTicket: (id) => tickets.find(id),
    listTickets: (query) => tickets.list(query),
    history: (ticket) => journal.history(ticket),
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
        end.run();
        return result;
      } catch (error) {
        chain = before;
        if (raw.inTransaction) raw.exec("ROLLBACK");
        throw error;
      }
    },
    fold(follow) {
      const latest = db.select({ state: snapshots.state }).from(snapshots).orderBy(desc(snapshots.seq)).limit(1).get();
      const state = latest ? readSnapshot(latest.state) : initialState();
      for (const event of journal.since(state.seq)) {
        evolve(state, event);
        follow?.(event, state);
      }
      chain = journal.last();
      hallId = state.hall?.id ?? "";
      return state;
    },
  };
}
