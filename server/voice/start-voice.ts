/** The hub's voice, put together of what this machine has. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { EmergencySaying, HubVoice } from "../commands/voice-port.ts";
import type { HallState } from "../domain/state.ts";
import { ClipsAhead } from "./clips-ahead.ts";
import { commandEngine } from "./command-engine.ts";
import { EmergenciesAhead } from "./emergencies-ahead.ts";
import { PackEngine } from "./pack-engine.ts";
import type { SpeechPackage } from "./packaged-speech.ts";
import { programEngine } from "./program-engine.ts";
import { Voice } from "./voice.ts";

export interface VoiceParts {
  readonly config: {
    readonly packFolder: string | null;
    readonly command: readonly string[] | null;
    readonly program: string;
    readonly path: string;
  };
  /** Where clips are kept. */
  readonly folder: string;
  readonly speechPackage: SpeechPackage | null;
  readonly present: () => { readonly state: HallState; readonly now: Millis };
  /** What may be raised besides calls, and what is raised now. */
  readonly emergencies: {
    readonly possible: () => readonly EmergencySaying["of"][];
    readonly standing: () => { readonly id: string; readonly of: EmergencySaying["of"] } | null;
  };
  /** Whether any screen would say a call. */
  readonly isHeard: () => boolean;
  readonly onChange: (health: HubVoice["health"]) => void;
}

export interface RunningVoice {
  readonly voice: HubVoice;
  /** Something is on disk: other calls may come next, or the hall may want another voice. */
  happened(): void;
  stop(): void;
}

export function startVoice(parts: VoiceParts): RunningVoice {
  const { config, folder, speechPackage, present, emergencies, isHeard, onChange } = parts;
  const { packFolder, command, program, path } = config;
  const voice: Voice = new Voice({
    engines: [
      new PackEngine(packFolder, () => performance.now()),
      commandEngine(command),
      programEngine({ program, path, speechPackage }),
    ],
    folder,
    hall: () => present().state.hall,
    now: () => present().now,
    onChange: () => {
      onChange(voice.health);
    },
  });
  const ahead = new ClipsAhead({ voice, present, isHeard });
  const languages = () => present().state.hall?.file.voice?.languages ?? (["zh"] as const);
  const emergenciesAhead = new EmergenciesAhead({ voice, ...emergencies, languages, isHeard });
  return {
    voice,
    happened() {
      ahead.soon();
      emergenciesAhead.happened();
    },
    stop() {
      ahead.stop();
      emergenciesAhead.stop();
      voice.stop();
    },
  };
}
