/**
 * The hub's voice: which engine says a sentence, what of it is kept, and how the engines fare. Sentences are made outside
 * the way of requests and commits, one at a time.
 */
import { createHash } from "node:crypto";
import { voiceEngines, type Millis, type VoiceEngine } from "../../shared/domain/vocabulary.ts";
import { joinedSentence } from "../../shared/text/joined-calls.ts";
import type { CallInParts } from "../../shared/text/spoken-parts.ts";
import { allClearSentence, emergencySentence } from "../../shared/text/emergency.ts";
import type { Clip, EmergencySaying, EngineHealth, HubVoice, Saying, Urgency } from "../commands/voice-port.ts";
import { counterLabel, type Hall } from "../domain/hall.ts";
import { ClipCache } from "./clip-cache.ts";
import { ClipLine } from "./clip-line.ts";
import { EngineState } from "./engine-state.ts";
import { allClearClip, emergencyClipOf } from "./recorded-emergencies.ts";
import type { HubEngine, Utterance } from "./voice-engine.ts";
import { millisOf, readWav } from "./wav.ts";

export interface VoiceOptions {
  readonly engines: readonly HubEngine[];
  /** Where clips are kept. */
  readonly folder: string;
  readonly hall: () => Hall | null;
  readonly now: () => Millis;
  /** Another engine speaks, or one has failed or works again. */
  readonly onChange: () => void;
  readonly mostBytes?: number;
}

/** Some thousand sentences: what a hall of fifty counters says in a day. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Lengths that are remembered. */
const KNOWN_LENGTHS = 2_000;
/** Changes when the same engine makes other clips than before. */
const EDITION = 1;

export class Voice implements HubVoice {
  readonly #states: readonly EngineState[];
  readonly #cache: ClipCache;
  readonly #line = new ClipLine();
  readonly #lengths = new Map<string, number>();
  #told: string;

  constructor(private readonly options: VoiceOptions) {
    this.#states = options.engines.map((engine) => new EngineState(engine));
    this.#cache = new ClipCache(options.folder, options.mostBytes ?? MOST_BYTES);
    this.#told = this.#stands();
  }

  get engines(): readonly VoiceEngine[] {
    return this.#order.filter((kind) => kind === "browser" || this.#stateOf(kind)?.isReady === true);
  }

  get health(): HubVoice["health"] {
    const { clips, bytes } = this.#cache.size;
    return {
      engine: this.#speaking,
      engines: this.#order.map((kind) => this.#healthOf(kind)),
      clips,
      bytes,
      waiting: this.#line.length,
    };
  }

  clip(saying: Saying, urgency: Urgency): Promise<Clip | null> {
    return this.#said(this.#utterance(saying), urgency);
  }

  emergencyClip({ of, language }: EmergencySaying, urgency: Urgency): Promise<Clip | null> {
    const { yao = false, rate = 1 } = this.options.hall()?.file.voice ?? {};
    const sentence = of === "all-clear" ? allClearSentence(language) : emergencySentence(of, language);
    return this.#said({ sentence, language, calls: [], recorded: recordedClip(of), yao, rate }, urgency);
  }

  millisOf(saying: Saying): number {
    const utterance = this.#utterance(saying);
    return this.#lengths.get(nameOf(utterance)) ?? estimated(utterance);
  }

  /** The settings may have changed: whoever is told of it hears so. */
  look(): void {
    const stands = this.#stands();
    if (stands === this.#told) return;
    this.#told = stands;
    this.options.onChange();
  }

  stop(): void {
    this.#line.clear();
    for (const { engine } of this.#states) engine.stop();
  }

  get #order(): readonly VoiceEngine[] {
    return this.options.hall()?.file.voice?.engines ?? voiceEngines;
  }

  get #hubEngines(): readonly EngineState[] {
    return this.engines.flatMap((kind) => this.#stateOf(kind) ?? []);
  }

  #stateOf(kind: VoiceEngine): EngineState | undefined {
    return this.#states.find(({ engine }) => engine.kind === kind);
  }

  /** The first that can and has not just failed again and again. */
  get #speaking(): VoiceEngine | null {
    const { hall, now } = this.options;
    const [language = "zh"] = hall()?.file.voice?.languages ?? [];
    return this.engines.find((kind) => this.#stateOf(kind)?.rests(language, now()) !== true) ?? null;
  }

  #healthOf(engine: VoiceEngine): EngineHealth {
    const state = this.#stateOf(engine);
    const missing = state?.engine.missing ?? null;
    return {
      engine,
      isReady: missing === null,
      problem: missing ?? state?.problem?.text ?? null,
      problemAt: missing === null ? (state?.problem?.at ?? null) : null,
    };
  }

  #stands(): string {
    return JSON.stringify([this.#speaking, this.#order.map((kind) => this.#healthOf(kind).problem)]);
  }

  async #said(utterance: Utterance, urgency: Urgency): Promise<Clip | null> {
    return (await this.#kept(utterance)) ?? this.#line.take(nameOf(utterance), urgency, () => this.#make(utterance));
  }

  /** The engines that may be asked for it now, the preferred first. */
  async #enginesFor(utterance: Utterance): Promise<readonly EngineState[]> {
    const now = this.options.now();
    const fit: EngineState[] = [];
    for (const state of this.#hubEngines)
      if (!state.rests(utterance.language, now) && (await state.engine.isFor?.(utterance)) !== false) fit.push(state);
    return fit;
  }

  /** What the preferred engine has made before waits for nothing that is being made. */
  async #kept(utterance: Utterance): Promise<Clip | null> {
    const [first] = await this.#enginesFor(utterance);
    if (!first) return null;
    await first.engine.refresh?.();
    const key = keyOf(first.engine, utterance);
    const sound = await this.#cache.get(key);
    if (sound) this.#learn(utterance, sound);
    return sound && { key, sound, engine: first.engine.kind };
  }

  async #make(utterance: Utterance): Promise<Clip | null> {
    for (const state of await this.#enginesFor(utterance)) {
      const { engine } = state;
      try {
        await engine.refresh?.();
        const key = keyOf(engine, utterance);
        const kept = await this.#cache.get(key);
        const sound = kept ?? (await engine.make(utterance));
        if (!kept) await this.#cache.put(key, sound);
        this.#learn(utterance, sound);
        state.worked(utterance.language);
        return { key, sound, engine: engine.kind };
      } catch (error) {
        state.failed(utterance.language, error, this.options.now());
      } finally {
        this.look();
      }
    }
    return null;
  }

  #learn(utterance: Utterance, sound: Buffer): void {
    const wav = readWav(sound);
    if (!wav) return;
    const name = nameOf(utterance);
    this.#lengths.delete(name);
    this.#lengths.set(name, millisOf(wav));
    for (const oldest of this.#lengths.keys()) if (this.#lengths.size > KNOWN_LENGTHS) this.#lengths.delete(oldest);
  }

  #utterance({ calls, language }: Saying): Utterance {
    const hall = this.options.hall();
    const { yao = false, rate = 1 } = hall?.file.voice ?? {};
    const inParts = calls.map((call): CallInParts => {
      const counter = hall?.counters.get(call.counter);
      if (!counter) throw new Error(`there is no counter ${String(call.counter)}`);
      return { ...call, label: counterLabel(counter), ...(counter.spoken && { spoken: counter.spoken }) };
    });
    return { sentence: joinedSentence(inParts, language, yao), language, calls: inParts, yao, rate };
  }
}

/** Generous: espeak-ng says a syllable in 340 ms and an English word in 400 at its usual pace. */
const SYLLABLE_MILLIS = 340;
const WORD_MILLIS = 400;

function estimated({ sentence, language, rate }: Utterance): number {
  const millis = language === "en" ? sentence.split(" ").length * WORD_MILLIS : sentence.length * SYLLABLE_MILLIS;
  return millis / rate;
}

/** The clip of a recorded voice that says all of it. Source: docs/voice-pack.md. */
function recordedClip(of: EmergencySaying["of"]): string | null {
  if (of === "all-clear") return allClearClip;
  return of.template === null ? null : emergencyClipOf(of.template);
}

function nameOf({ sentence, language, rate }: Utterance): string {
  return `${language} ${String(rate)} ${sentence}`;
}

function keyOf({ kind, fingerprint }: HubEngine, utterance: Utterance): string {
  const all = [EDITION, kind, fingerprint, nameOf(utterance)];
  return createHash("sha256").update(JSON.stringify(all)).digest("hex");
}
