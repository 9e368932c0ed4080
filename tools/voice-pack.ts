/**
 * `npm run voice-pack -- FOLDER [HALL]`: checks a recorded voice and names what is missing or badly cut; with a hall file,
 * which of its own emergencies were recorded too.
 */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkPack, neededClips, unrecordedEmergencies } from "../server/voice/pack-check.ts";
import { readClips } from "../server/voice/pack-folder.ts";
import { emergencyTemplates } from "../shared/domain/emergency.ts";
import { languages } from "../shared/domain/vocabulary.ts";
import type { HallFile } from "../shared/wire/hall-file.ts";

const [, , folder, hall] = process.argv;
if (folder === undefined || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
  process.stderr.write("npm run voice-pack -- FOLDER [HALL]: there is no such folder\n");
  process.exitCode = 2;
} else if (hall !== undefined && statSync(hall, { throwIfNoEntry: false })?.isFile() !== true) {
  process.stderr.write("npm run voice-pack -- FOLDER [HALL]: there is no such hall file\n");
  process.exitCode = 2;
} else {
  process.exitCode = (await check(folder)) ? 0 : 1;
}

/** Answers whether the pack can be used as it is. */
async function check(pack: string): Promise<boolean> {
  let isFound = false;
  let isGood = true;
  for (const language of languages) {
    const clips = await readClips(join(pack, language));
    if (clips.size === 0) continue;
    isFound = true;
    const faults = checkPack(clips, language);
    if (faults.length > 0) isGood = false;
    process.stdout.write(`${language}: ${String(clips.size)} clips, ${String(neededClips(language).length)} needed\n`);
    const unrecorded = unrecordedEmergencies(clips, templates());
    if (unrecorded.length > 0) process.stdout.write(`  the next voice says ${unrecorded.join(", ")}\n`);
    for (const { clip, fault } of faults) process.stdout.write(`  ${language}/${clip}.wav ${fault}\n`);
  }
  if (!isFound) process.stdout.write("no clips: they lie in the folders zh, zh-Hant and en\n");
  else if (isGood) process.stdout.write("The pack is whole.\n");
  return isFound && isGood;
}

/** What may be raised in the hall, or, where none was named, in every hall. */
function templates(): readonly string[] {
  // The hub checks it; here only the names are read.
  const file = hall === undefined ? {} : (JSON.parse(readFileSync(hall, "utf8")) as Partial<HallFile>);
  return [...new Set([...Object.keys(emergencyTemplates), ...Object.keys(file.emergencies ?? {})])];
}
