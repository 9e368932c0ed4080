/** What is kept only for a time: answers to repeated requests, sign-ins, slips, proof of play, and everything personal. */
import { rulesOf } from "../domain/hall.ts";
import { ANSWERS_KEPT_MILLIS } from "./keyed.ts";
import type { Task } from "./ports.ts";

const DAY_MILLIS = 24 * 60 * 60_000;
const SLIPS_KEPT_DAYS = 30;
/** A year's figures can still be told a month after it. */
const PLAYS_KEPT_DAYS = 400;

/** Personal data goes after the hall's `retainDays`. */
export const forgetOld: Task<null> = ({ tx, now, state }) => {
  tx.forgetAnswers(now - ANSWERS_KEPT_MILLIS);
  tx.sessions.forgetExpired(now);
  tx.printJobs.forgetBefore(now - SLIPS_KEPT_DAYS * DAY_MILLIS);
  tx.plays.forgetBefore(now - PLAYS_KEPT_DAYS * DAY_MILLIS);
  tx.forgetPersonal(now - rulesOf(state).retainDays * DAY_MILLIS);
  return null;
};
