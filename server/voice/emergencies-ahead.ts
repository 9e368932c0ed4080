/**
 * Has what may be raised made before it is: every template of the hall and the all-clear, in its languages, one at a time
 * behind everything that is waited for. Once more now and then, since clips that nobody asks for leave the cache, and a
 * voice that failed may work again. What is raised is made at once, before its screens ask.
 */
import type { Language } from "../../shared/domain/vocabulary.ts";
import type { EmergencySaying, HubVoice, Urgency } from "../commands/voice-port.ts";

export interface EmergenciesAheadOptions {
  readonly voice: Pick<HubVoice, "emergencyClip" | "engines">;
  /** What may be raised, and the all-clear. */
  readonly possible: () => readonly EmergencySaying["of"][];
  /** What is raised now, by its id; null while nothing is. */
  readonly standing: () => { readonly id: string; readonly of: EmergencySaying["of"] } | null;
  readonly languages: () => readonly Language[];
  /** Whether any screen would say it. */
  readonly isHeard: () => boolean;
}

const COALESCE_MILLIS = 400;
const AGAIN_MILLIS = 10 * 60_000;

export class EmergenciesAhead {
  #pending: NodeJS.Timeout | null = null;
  #isMaking = false;
  #isStopped = false;
  /** What was looked at last: by which engines, in which words. */
  #made = "";
  #raised: string | null = null;
  readonly #again: NodeJS.Timeout;

  constructor(private readonly options: EmergenciesAheadOptions) {
    this.#again = setInterval(() => {
      this.#made = "";
      this.#soon();
    }, AGAIN_MILLIS).unref();
    this.#soon();
  }

  /** The hall, its voice or what is raised in it may be another. */
  happened(): void {
    const standing = this.options.standing();
    if ((standing?.id ?? null) !== this.#raised) {
      this.#raised = standing?.id ?? null;
      if (standing && this.#isOfUse()) this.#makeNow(standing.of);
    }
    this.#soon();
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#again);
    if (this.#pending) clearTimeout(this.#pending);
  }

  #soon(): void {
    this.#pending ??= setTimeout(() => {
      this.#pending = null;
      if (!this.#isMaking) void this.#look();
    }, COALESCE_MILLIS).unref();
  }

  #isOfUse(): boolean {
    return this.options.voice.engines.some((kind) => kind !== "browser") && this.options.isHeard();
  }

  #makeNow(of: EmergencySaying["of"]): void {
    for (const language of this.options.languages()) void this.#make({ of, language }, "emergency");
  }

  /** What cannot be made now is tried again with the next look, or when a screen asks. */
  async #make(saying: EmergencySaying, urgency: Urgency): Promise<void> {
    await this.options.voice.emergencyClip(saying, urgency).catch(() => null);
  }

  async #look(): Promise<void> {
    if (!this.#isOfUse()) return;
    const { voice, possible, languages } = this.options;
    const sayings = languages().flatMap((language) => possible().map((of) => ({ of, language })));
    const wanted = JSON.stringify([voice.engines, sayings]);
    if (wanted === this.#made) return;
    this.#made = wanted;
    this.#isMaking = true;
    for (const saying of sayings) if (!this.#isStopped) await this.#make(saying, "likely");
    this.#isMaking = false;
    // It may have become another while this was made.
    if (!this.#isStopped) this.#soon();
  }
}
