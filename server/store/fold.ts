/** The hall's present, folded from a journal: from the snapshot of its last closed day on. */
import { desc } from "drizzle-orm";
import type { Store } from "../commands/ports.ts";
import { evolve } from "../domain/evolve.ts";
import { readSnapshot } from "../domain/snapshot.ts";
import { initialState, type HallState } from "../domain/state.ts";
import type { Db } from "./database.ts";
import type { journalTable } from "./journal.ts";
import { snapshots } from "./tables.ts";

export interface Foldable {
  readonly db: Db;
  readonly journal: Pick<ReturnType<typeof journalTable>, "since">;
}

/** `follow` sees every event folded, with the state right after it. */
export function foldState({ db, journal }: Foldable, follow?: Parameters<Store["fold"]>[0]): HallState {
  const latest = db.select({ state: snapshots.state }).from(snapshots).orderBy(desc(snapshots.seq)).limit(1).get();
  const state = latest ? readSnapshot(latest.state) : initialState();
  for (const event of journal.since(state.seq)) {
    evolve(state, event);
    follow?.(event, state);
  }
  return state;
}
