/**
 * The hub's voice for emergencies. What may be raised is fetched before it is, so that a screen can say it though the hub
 * goes away with it; what somebody writes by hand is fetched when it is told.
 */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { allClearSentence, emergencySentence } from "../../shared/text/emergency.ts";
import type { EmergencyNow } from "../../shared/wire/emergency.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";
import { askForSound, type FetchedSound } from "./fetch-sound.ts";

/** What is to be said. */
export interface EmergencyToSay {
  readonly shown: Emergency | "all-clear";
  readonly language: Language;
  readonly sentence: string;
}

/** In which languages, and how the hub speaks. */
interface Wanted {
  readonly languages: readonly Language[];
  readonly voice: string;
}

interface Ready {
  readonly voice: string;
  readonly sound: FetchedSound;
}

const emergencies = "/api/emergency";
const clip = "/api/voice/emergency";
/** Made behind everything else, and fetched while nobody waits. */
const aheadMillis = 60_000;
const nowMillis = 10_000;
/** Until what could not be had is asked for again; twice as long each time. */
const firstRetryMillis = 60_000;
const lastRetryMillis = 30 * 60_000;
/** Of words that somebody wrote, those of the last few emergencies in all languages. */
const keptOwn = 6;

export class EmergencyClips {
  /** Made ahead, by what they say. */
  private ready = new Map<string, Ready>();
  /** Asked for since they were told, the oldest first. */
  private readonly own = new Map<string, Promise<FetchedSound | null>>();
  private retry: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was expected: only the last counts. */
  private turn = 0;

  constructor(private readonly token: string) {}

  /**
   * Fetches what may be raised in this hall, one after the other.
   * @param voice names how the hub speaks: under another name everything is asked for anew.
   */
  expect(languages: readonly Language[], voice: string): void {
    this.fetchAgain({ languages, voice }, firstRetryMillis);
  }

  /** The clip, here already or as soon as the hub has made it; null where it makes none. */
  async clipOf({ shown, language, sentence }: EmergencyToSay): Promise<FetchedSound | null> {
    const name = nameOf(language, sentence);
    const ready = this.ready.get(name);
    if (ready) return ready.sound;
    const known = this.own.get(name);
    if (known) return known;
    const asked = this.ask(
      { lang: language, ...(shown === "all-clear" ? { allClear: "true" } : { id: shown.id }) },
      nowMillis,
    );
    this.own.set(name, asked);
    for (const oldest of this.own.keys()) if (this.own.size > keptOwn) this.own.delete(oldest);
    const sound = await asked;
    // Asked for again it may be there.
    if (sound === null && this.own.get(name) === asked) this.own.delete(name);
    return sound;
  }

  close(): void {
    this.turn += 1;
    clearTimeout(this.retry);
  }

  private fetchAgain(wanted: Wanted, retryMillis: number): void {
    this.turn += 1;
    clearTimeout(this.retry);
    void this.fetchAll(wanted, this.turn).then((isWhole) => {
      if (isWhole !== false) return;
      const longer = Math.min(2 * retryMillis, lastRetryMillis);
      this.retry = setTimeout(() => this.fetchAgain(wanted, longer), retryMillis);
    });
  }

  /** Answers whether all are here; null when others are expected by now. */
  private async fetchAll({ languages, voice }: Wanted, turn: number): Promise<boolean | null> {
    const templates = await this.templates();
    const names = new Set<string>();
    for (const language of languages) {
      const all = [
        ...(templates ?? []).map((each) => ({
          sentence: emergencySentence(each, language),
          query: { template: each.id },
        })),
        { sentence: allClearSentence(language), query: { allClear: "true" } },
      ];
      for (const { sentence, query } of all) {
        if (turn !== this.turn) return null;
        const name = nameOf(language, sentence);
        names.add(name);
        if (this.ready.get(name)?.voice === voice) continue;
        const sound = await this.ask({ lang: language, ...query, ahead: "true" }, aheadMillis);
        if (sound && turn === this.turn) this.ready.set(name, { voice, sound });
      }
    }
    if (turn !== this.turn) return null;
    // What the hall no longer has goes; where nobody could be asked for it, it stays.
    if (templates) for (const name of [...this.ready.keys()]) if (!names.has(name)) this.ready.delete(name);
    return templates !== null && [...names].every((name) => this.ready.get(name)?.voice === voice);
  }

  private async templates(): Promise<EmergencyNow["templates"] | null> {
    try {
      const answer = await fetch(emergencies, { headers: { authorization: `Bearer ${this.token}` } });
      // The hub's answer to this address.
      return answer.ok ? ((await answer.json()) as EmergencyNow).templates : null;
    } catch {
      return null;
    }
  }

  private ask(query: Readonly<Record<string, string>>, millis: number): Promise<FetchedSound | null> {
    return askForSound({ address: `${clip}?${new URLSearchParams(query).toString()}`, token: this.token, millis });
  }
}

function nameOf(language: Language, sentence: string): string {
  return `${language} ${sentence}`;
}
