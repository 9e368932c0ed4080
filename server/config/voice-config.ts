/** The settings of this machine's voice; which engine is preferred, and how it speaks, is the hall's. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { WrongSetting } from "./wrong-setting.ts";

export interface VoiceConfig {
  /** Folder of recorded clips; null: none. */
  readonly packFolder: string | null;
  /** Program and arguments of a command that turns text into WAV; null: none. */
  readonly command: readonly string[] | null;
  /** Name or path of espeak-ng. */
  readonly program: string;
  /** Folders in which programs lie. */
  readonly path: string;
}

/** Reads `LUNDAO_VOICE_PACK`, `LUNDAO_VOICE_COMMAND` and `LUNDAO_VOICE_PROGRAM`. Throws `WrongSetting`. */
export function voiceFrom(setting: (name: string) => string | null, path: string): VoiceConfig {
  return {
    packFolder: packFrom(setting("LUNDAO_VOICE_PACK")),
    command: commandFrom(setting("LUNDAO_VOICE_COMMAND")),
    program: setting("LUNDAO_VOICE_PROGRAM") ?? "espeak-ng",
    path,
  };
}

function packFrom(folder: string | null): string | null {
  if (folder === null) return null;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new WrongSetting(`LUNDAO_VOICE_PACK: there is no folder ${folder}`);
  return resolve(folder);
}

function commandFrom(text: string | null): readonly string[] | null {
  if (text === null) return null;
  if (text.trimStart().startsWith("[")) return listFrom(text);
  // Quotes would be read by a shell; there is none.
  if (/["'`]/.test(text))
    throw new WrongSetting('LUNDAO_VOICE_COMMAND: with quotes, write a list: ["program", "argument"]');
  const parts = text.split(/\s+/).filter((part) => part !== "");
  return parts.length > 0 ? parts : null;
}

function listFrom(text: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.length > 0 && list.every((part) => typeof part === "string" && part !== ""))
      return list as readonly string[];
  } catch {
    // Said below.
  }
  throw new WrongSetting('LUNDAO_VOICE_COMMAND: must be words, or a list like ["program", "argument"]');
}
