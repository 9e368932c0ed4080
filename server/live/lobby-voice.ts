/** Has each call said by one screen of each voice area: ties the choice of speakers to the hall, its screens and its calls. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { volumeAt } from "../../shared/domain/sound-hours.ts";
import { languagesToSpeak } from "../../shared/domain/voice-plan.ts";
import type { LobbyCall } from "../../shared/wire/live.ts";
import type { LivePorts } from "../commands/live-ports.ts";
import type { HubTopics } from "./hub-topics.ts";
import type { Presence } from "./presence.ts";
import { Speakers, type SpeakingScreen } from "./speakers.ts";
import type { Told } from "./told.ts";

interface Parts extends Pick<LivePorts, "access" | "wall" | "voice" | "context"> {
  readonly topics: HubTopics;
  readonly presence: Presence;
  /** The present instant as the hall writes it. */
  readonly instant: () => string;
}

/** Between two sayings of one call. */
const BETWEEN_MILLIS = 400;
/** Calls whose saying may still be told of. */
const KEPT_CALLS = 200;
/** Of 2026-11-25T09:00 in an instant, its time of day. */
const timeOfDay = (instant: string): string => instant.slice(11, 16);

export class LobbyVoice {
  readonly #speakers: Speakers;
  /** By `seq`, how long saying each of the latest calls takes. */
  readonly #lasting = new Map<number, Millis>();

  constructor(private readonly parts: Parts) {
    const { topics, instant } = parts;
    this.#speakers = new Speakers({
      areas: () => parts.context.writer.state.hall?.file.areas.map(({ id }) => id) ?? [],
      screens: () => this.#screens(),
      now: () => performance.now(),
      name: (call, area, screen) => {
        topics.pass("lobby", { type: "speak", at: instant(), call, area, screen });
      },
    });
    topics.chooseSpeakers((area, at, zone) => (this.#isSilentAt(zone.iso(at)) ? {} : this.#speakers.choose(area)));
    topics.onPublish((events) => {
      for (const told of events) this.#happened(told);
    });
  }

  /** A screen has begun to say a call: whatever else sounds where it hangs gives way to it. */
  spoken(screen: string, seq: number): void {
    const { topics, wall, instant } = this.parts;
    const millis = this.#speakers.spoken(screen, seq) ?? this.#lasting.get(seq);
    if (millis === undefined) return;
    const { area } = wall.settings(screen);
    topics.pass("lobby", { type: "saying", at: instant(), call: seq, area, screen, millis: Math.round(millis) });
  }

  stop(): void {
    this.parts.topics.chooseSpeakers(null);
    this.#speakers.stop();
  }

  #happened(told: Told): void {
    const begun = told.begun();
    if (begun) {
      this.parts.topics.pass("lobby", begun);
      if (begun.counter.number !== null) this.#speakers.over(begun.counter.number);
    }
    // Most is of no concern to a voice, and would be written out for nothing.
    if (!told.concernsCalls) return;
    const event = told.lobbyEvent(this.parts.context.words);
    if (event?.type === "called") this.#called(told.seq, event);
    if (event?.type === "left" || event?.type === "withdrawn") this.#speakers.over(event.number);
  }

  #called(seq: number, call: LobbyCall): void {
    const { number, area, speakers, silent } = call;
    if (silent === true || speakers === undefined) return;
    const lengths = this.#lengths(call);
    this.#lasting.set(seq, lengths.fullMillis);
    for (const oldest of this.#lasting.keys()) if (this.#lasting.size > KEPT_CALLS) this.#lasting.delete(oldest);
    this.#speakers.called({ seq, number, area, speakers, ...lengths });
  }

  #lengths({ number, counter, times, transferred, lang }: LobbyCall): { fullMillis: Millis; shortMillis: Millis } {
    const { voice, context } = this.parts;
    const { languages = ["zh"], onlyTicketLanguage = false, repeat = 1 } = context.writer.state.hall?.file.voice ?? {};
    const calls = [{ number, counter, times, transferred: transferred === true }];
    const millis = (isOnly: boolean): Millis =>
      languagesToSpeak(lang, { languages, onlyTicketLanguage: isOnly }, () => true).reduce(
        (sum, language) => sum + voice.millisOf({ calls, language }) + BETWEEN_MILLIS,
        0,
      );
    return { fullMillis: repeat * millis(onlyTicketLanguage), shortMillis: millis(true) };
  }

  /** In its silent hours, and where its volume is none, a hall is spoken to by nobody. */
  #isSilentAt(instant: string): boolean {
    return volumeAt(this.parts.context.writer.state.hall?.file.voice ?? {}, timeOfDay(instant)) === 0;
  }

  /** Lobby screens in the order in which they were paired. */
  #screens(): readonly SpeakingScreen[] {
    const { access, wall, presence } = this.parts;
    return access.devices
      .filter(({ kind, pairedAt }) => kind === "screen" && pairedAt !== null)
      .sort((one, other) => (one.pairedAt ?? 0) - (other.pairedAt ?? 0) || (one.id < other.id ? -1 : 1))
      .map(({ id }) => {
        const { area, speaks, ownCallsOnly, layout } = wall.settings(id);
        // What a screen does not show it does not say.
        return {
          id,
          area,
          speaks: speaks && layout !== "content-only",
          ownCallsOnly,
          isConnected: presence.of(id).connected,
          sound: presence.soundOf(id),
        };
      });
  }
}
