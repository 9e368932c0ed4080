/** Any command that turns text into WAV, as the machine's settings name it. */
import { createHash } from "node:crypto";
import { soundFrom } from "./run-program.ts";
import { VoiceFailed, type HubEngine, type Utterance } from "./voice-engine.ts";

/** Neural voices on an old machine take their time; nobody waits for it, screens go on without. */
const LIMIT_MILLIS = 10_000;
/** The limit is for so many signs, more than any one call has; an emergency's words are more. */
const SIGNS = 80;

/**
 * @param command the program and its arguments, in which {text}, {lang} and {rate} are filled in; without {text} the
 * sentence is given on standard input. Null: none is set.
 */
export function commandEngine(command: readonly string[] | null): HubEngine {
  const [program, ...template] = command ?? [];
  return {
    kind: "command",
    fingerprint: createHash("sha256").update(JSON.stringify(command)).digest("hex").slice(0, 16),
    missing: program === undefined ? "not-set-up" : null,
    async make(utterance) {
      if (program === undefined) throw new VoiceFailed("not-set-up");
      const args = template.map((argument) => filled(argument, utterance));
      const isInArguments = template.some((argument) => argument.includes("{text}"));
      const { sentence } = utterance;
      const millis = LIMIT_MILLIS * Math.ceil(sentence.length / SIGNS);
      return soundFrom({ program, args, input: isInArguments ? "" : sentence, millis });
    },
    stop: () => undefined,
  };
}

function filled(argument: string, { sentence, language, rate }: Utterance): string {
  const values: Readonly<Record<string, string>> = { text: sentence, lang: language, rate: String(rate) };
  return argument.replace(/\{(text|lang|rate)\}/g, (_, name: string) => values[name] ?? "");
}
