/** espeak-ng as the machine has it. Its Mandarin reads pinyin; characters of which we have none it cannot be given. */
import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { inPinyin } from "./pinyin.ts";
import { toReadAloud } from "./read-aloud.ts";
import { soundFrom } from "./run-program.ts";
import { VoiceFailed, type Utterance } from "./voice-engine.ts";

const LIMIT_MILLIS = 5_000;

export class InstalledSpeech {
  private constructor(private readonly program: string) {}

  /** @param path folders in which programs lie, as the environment lists them. */
  static find(program: string, path: string): InstalledSpeech | null {
    const places = isAbsolute(program) ? [program] : path.split(delimiter).map((folder) => join(folder, program));
    const found = places.find(isProgram);
    return found === undefined ? null : new InstalledSpeech(found);
  }

  reads({ sentence, language }: Utterance): boolean {
    return language === "en" || inPinyin(sentence) !== null;
  }

  async make(utterance: Utterance, pace: number): Promise<Buffer> {
    const { language, sentence } = utterance;
    const text = language === "en" ? toReadAloud(utterance) : inPinyin(sentence);
    if (text === null) throw new VoiceFailed("cannot-read-aloud");
    const voice = language === "en" ? "en" : "cmn-latn-pinyin";
    return soundFrom({
      program: this.program,
      args: ["-v", voice, "-s", String(pace), "--stdin", "--stdout"],
      input: text,
      millis: LIMIT_MILLIS,
    });
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
