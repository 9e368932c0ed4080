/** How one engine fares. One that has failed several times in a row in a language is left alone for a while. */
import type { Language, Millis } from "../../shared/domain/vocabulary.ts";
import { VoiceFailed, type HubEngine } from "./voice-engine.ts";

const FAILURES = 3;
const REST_MILLIS = 60_000;

export class EngineState {
  problem: { readonly text: string; readonly at: Millis } | null = null;
  readonly #failures = new Map<Language, number>();
  readonly #restsUntil = new Map<Language, Millis>();

  constructor(readonly engine: HubEngine) {}

  get isReady(): boolean {
    return this.engine.missing === null;
  }

  rests(language: Language, now: Millis): boolean {
    return now < (this.#restsUntil.get(language) ?? -Infinity);
  }

  worked(language: Language): void {
    this.#failures.delete(language);
    this.problem = null;
  }

  failed(language: Language, error: unknown, now: Millis): void {
    this.problem = { text: error instanceof VoiceFailed ? error.message : "ended-with-error", at: now };
    const count = (this.#failures.get(language) ?? 0) + 1;
    this.#failures.set(language, count % FAILURES);
    if (count >= FAILURES) this.#restsUntil.set(language, now + REST_MILLIS);
  }
}
