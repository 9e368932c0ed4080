/** What is kept only for a time: answers to repeated requests, sign-ins, slips, and everything personal. */
import { rulesOf } from "../domain/hall.ts";
import { ANSWERS_KEPT_MILLIS } from "./keyed.ts";
import type { Task } from "./ports.ts";

const DAY_MILLIS = 24 * 60 * 60_000;
const SLIPS_KEPT_DAYS = 30;

/** Personal data goes after the hall's `retainDays`. */
export const forgetOld: Task<null> = ({ tx, now, state }) => {
  tx.forgetAnswers(now - ANSWERS_KEPT_MILLIS);
  tx.sessions.forgetExpired(now);
  tx.printJobs.forgetBefore(now - SLIPS_KEPT_DAYS * DAY_MILLIS);
  tx.forgetPersonal(now - rulesOf(state).retainDays * DAY_MILLIS);
  return null;
};
