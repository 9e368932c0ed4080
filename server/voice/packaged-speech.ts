/**
 * The speech package in a process of its own, which its licence wants kept apart and which a crash of it leaves standing.
 * Started when something is first to be said, ended when nothing has been for a while.
 */
import { fork, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { checkedSound } from "./run-program.ts";
import { toReadAloud } from "./read-aloud.ts";
import { VoiceFailed, type Utterance } from "./voice-engine.ts";

/** The program around the package, and what Node needs to run it. */
export interface SpeechPackage {
  readonly file: string;
  readonly execArgv?: readonly string[];
  /** How long it stays when nothing is said. */
  readonly idleMillis?: number;
}

export interface SpeechOrder {
  readonly id: number;
  readonly text: string;
  readonly voice: "cmn" | "en";
  readonly pace: number;
}

export interface SpeechAnswer {
  readonly id: number;
  /** A WAV file; null where it could not be said. */
  readonly sound: Uint8Array | null;
}

/** Loading it takes a third of a second on a good machine. */
const LIMIT_MILLIS = 8_000;
const IDLE_MILLIS = 120_000;

interface Waiting {
  readonly resolve: (sound: Buffer) => void;
  readonly reject: (failure: VoiceFailed) => void;
  readonly limit: NodeJS.Timeout;
}

export class PackagedSpeech {
  #child: ChildProcess | null = null;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();
  #idle: NodeJS.Timeout | null = null;

  private constructor(private readonly speech: SpeechPackage) {}

  /** Null where the package, which is optional, is not installed. */
  static find(speech: SpeechPackage): PackagedSpeech | null {
    try {
      // Finds the file and reads none of it.
      createRequire(import.meta.url).resolve("@echogarden/espeak-ng-emscripten");
      return new PackagedSpeech(speech);
    } catch {
      return null;
    }
  }

  /** Whether its process runs now. */
  get isRunning(): boolean {
    return this.#child !== null;
  }

  async make(utterance: Utterance, pace: number): Promise<Buffer> {
    const child = this.#running();
    const id = (this.#last += 1);
    if (this.#idle) clearTimeout(this.#idle);
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        const limit = setTimeout(() => {
          this.#end(new VoiceFailed("too-slow"));
        }, LIMIT_MILLIS);
        this.#waiting.set(id, { resolve, reject, limit });
        const voice = utterance.language === "en" ? "en" : "cmn";
        child.send({ id, text: toReadAloud(utterance), voice, pace } satisfies SpeechOrder, (error) => {
          if (error) this.#end(new VoiceFailed("ended-with-error"));
        });
      });
    } finally {
      this.#rest();
    }
  }

  stop(): void {
    this.#end(new VoiceFailed("ended-with-error", "the hub stops"));
  }

  #rest(): void {
    if (this.#idle) clearTimeout(this.#idle);
    if (this.#waiting.size > 0 || this.#child === null) return;
    this.#idle = setTimeout(() => {
      this.stop();
    }, this.speech.idleMillis ?? IDLE_MILLIS).unref();
  }

  #running(): ChildProcess {
    if (this.#child) return this.#child;
    const child = fork(this.speech.file, [], {
      execArgv: [...(this.speech.execArgv ?? [])],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.unref();
    child.channel?.unref();
    child.on("message", (answer: SpeechAnswer) => {
      this.#answered(answer);
    });
    const ended = (): void => {
      if (this.#child === child) this.#end(new VoiceFailed("ended-with-error"));
    };
    child.on("error", ended);
    child.on("exit", ended);
    this.#child = child;
    return child;
  }

  #answered({ id, sound }: SpeechAnswer): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.limit);
    try {
      waiting.resolve(checkedSound(Buffer.from(sound ?? [])));
    } catch {
      waiting.reject(new VoiceFailed("not-a-sound"));
    }
  }

  #end(failure: VoiceFailed): void {
    const child = this.#child;
    this.#child = null;
    if (this.#idle) clearTimeout(this.#idle);
    child?.kill("SIGKILL");
    for (const { limit, reject } of this.#waiting.values()) {
      clearTimeout(limit);
      reject(failure);
    }
    this.#waiting.clear();
  }
}
