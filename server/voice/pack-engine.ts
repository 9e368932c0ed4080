/** The hall's own people, recorded: clips put one behind the other. Nothing is resampled; all have one format. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { spokenParts, type SpokenPart } from "../../shared/text/spoken-parts.ts";
import { packFolders, packPrint, readClips, type Clips } from "./pack-folder.ts";
import { VoiceFailed, type HubEngine, type Utterance } from "./voice-engine.ts";
import { isSameFormat, silence, writeWav, type Wav } from "./wav.ts";

const BETWEEN_MILLIS = 30;
const PAUSE_MILLIS = 250;
/** How long the folder is trusted to stand as it was. */
const LOOK_MILLIS = 30_000;

export class PackEngine implements HubEngine {
  readonly kind = "pack";
  fingerprint = "";
  readonly #clips = new Map<Language, Clips>();
  #lookedAt = -Infinity;

  /** @param millis a clock that only goes on. */
  constructor(
    private readonly folder: string | null,
    private readonly millis: () => number,
  ) {}

  get missing(): string | null {
    if (this.folder === null) return "not-set-up";
    return isFolder(this.folder) ? null : "not-found";
  }

  /** Of emergencies what was recorded whole: there is no putting together what people write. */
  async isFor({ recorded, language }: Utterance): Promise<boolean> {
    if (recorded === undefined) return true;
    await this.refresh();
    return recorded !== null && (await this.#clipsOf(language)).has(recorded);
  }

  async make(utterance: Utterance): Promise<Buffer> {
    if (this.folder === null) throw new VoiceFailed("not-set-up");
    await this.refresh();
    const clips = await this.#clipsOf(utterance.language);
    if (typeof utterance.recorded === "string") return writeWav(clipOf({ clip: utterance.recorded }, clips));
    const parts = spokenParts(utterance.calls, utterance.language, utterance.yao).flatMap((part) =>
      chosen(part, clips),
    );
    return joined(parts.map((part) => ({ part, sound: clipOf(part, clips) })));
  }

  stop(): void {
    this.#clips.clear();
  }

  async refresh(): Promise<void> {
    if (this.folder === null) return;
    const now = this.millis();
    if (now - this.#lookedAt < LOOK_MILLIS) return;
    this.#lookedAt = now;
    const print = await packPrint(this.folder);
    if (print !== this.fingerprint) this.#clips.clear();
    this.fingerprint = print;
  }

  async #clipsOf(language: Language): Promise<Clips> {
    const known = this.#clips.get(language);
    if (known) return known;
    let clips: Clips = new Map();
    for (const name of packFolders[language])
      if (clips.size === 0) clips = await readClips(join(this.folder ?? "", name));
    this.#clips.set(language, clips);
    return clips;
  }
}

/** A counter's own clip where there is one, else the pieces that say the same. */
function chosen(part: SpokenPart, clips: Clips): readonly SpokenPart[] {
  if (clips.has(part.clip) || !part.orElse) return [part];
  const last = part.orElse.length - 1;
  return part.orElse.map((piece, index) => (index === last && part.pauses ? { ...piece, pauses: true } : piece));
}

function clipOf({ clip }: Pick<SpokenPart, "clip">, clips: Clips): Wav {
  const sound = clips.get(clip);
  if (sound === undefined) throw new VoiceFailed("clip-missing", clip);
  if (sound === null) throw new VoiceFailed("not-a-sound", clip);
  return sound;
}

function joined(pieces: readonly { readonly part: SpokenPart; readonly sound: Wav }[]): Buffer {
  const [first] = pieces;
  if (!first) throw new VoiceFailed("cannot-read-aloud");
  const { samples: _, ...format } = first.sound;
  const between = silence(format, BETWEEN_MILLIS);
  const pause = silence(format, PAUSE_MILLIS);
  const samples = pieces.flatMap(({ part, sound }) => {
    if (!isSameFormat(sound, format)) throw new VoiceFailed("formats-differ", part.clip);
    return [sound.samples, part.pauses ? pause : between];
  });
  return writeWav({ ...format, samples: Buffer.concat(samples) });
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
