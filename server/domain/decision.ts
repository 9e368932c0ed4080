/** What deciding a command gives. */
import type { Refusal } from "../../shared/domain/refusal.ts";
import type { HallEvent } from "./events.ts";

/** The events to write, or why not. An empty list means: already so, nothing to write. */
export type Decision = readonly HallEvent[] | Refusal;
