/**
 * A speech program: espeak-ng where the machine has it installed, else the same one as a package, in a process of its
 * own. What the installed one cannot read the package is asked for.
 */
import { InstalledSpeech } from "./installed-speech.ts";
import { PackagedSpeech, type SpeechPackage } from "./packaged-speech.ts";
import { VoiceFailed, type HubEngine } from "./voice-engine.ts";

export interface ProgramOptions {
  /** Name or path of the installed program. */
  readonly program: string;
  readonly path: string;
  /** Null where the hub was built without it. */
  readonly speechPackage: SpeechPackage | null;
}

/** Words a minute at the usual pace: a little slower than conversation. */
const USUAL_PACE = 150;

export function programEngine({ program, path, speechPackage }: ProgramOptions): HubEngine {
  const installed = InstalledSpeech.find(program, path);
  const packaged = speechPackage && PackagedSpeech.find(speechPackage);
  return {
    kind: "program",
    fingerprint: [installed && "installed", packaged && "packaged"].filter(Boolean).join("+"),
    missing: (installed ?? packaged) ? null : "not-found",
    // What calls are made of the installed one reads, or it is worth a word in health; emergencies may say anything.
    isFor: (utterance) =>
      Promise.resolve(packaged !== null || utterance.recorded === undefined || installed?.reads(utterance) === true),
    async make(utterance) {
      const pace = Math.round(USUAL_PACE * utterance.rate);
      if (installed && (!packaged || installed.reads(utterance))) return installed.make(utterance, pace);
      if (packaged) return packaged.make(utterance, pace);
      throw new VoiceFailed("not-found");
    },
    stop: () => packaged?.stop(),
  };
}
