/**
 * Has clips made before they are needed: soon after numbers were given or called, of the calls that are likely next.
 * Coalesced, never in a commit's way, and only where a screen would say them.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { HubVoice } from "../commands/voice-port.ts";
import type { HallState } from "../domain/state.ts";
import { likelySayings } from "./likely-calls.ts";

export interface AheadOptions {
  readonly voice: Pick<HubVoice, "clip" | "engines">;
  readonly present: () => { readonly state: HallState; readonly now: Millis };
  /** Whether any screen would say them. */
  readonly isHeard: () => boolean;
}

const COALESCE_MILLIS = 400;

export class ClipsAhead {
  #pending: NodeJS.Timeout | null = null;
  /** What was asked for in the last look need not be asked for again. */
  #asked = new Set<string>();

  constructor(private readonly options: AheadOptions) {}

  /** Something has happened. */
  soon(): void {
    this.#pending ??= setTimeout(() => {
      this.#pending = null;
      this.#look();
    }, COALESCE_MILLIS).unref();
  }

  stop(): void {
    if (this.#pending) clearTimeout(this.#pending);
  }

  #look(): void {
    const { voice, present, isHeard } = this.options;
    if (!voice.engines.some((kind) => kind !== "browser") || !isHeard()) return;
    const { state, now } = present();
    const asked = new Set<string>();
    for (const saying of likelySayings(state, now)) {
      const name = JSON.stringify(saying);
      asked.add(name);
      if (!this.#asked.has(name)) void voice.clip(saying, "likely");
    }
    this.#asked = asked;
  }
}
