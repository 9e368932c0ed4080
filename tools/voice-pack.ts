/** `npm run voice-pack -- FOLDER`: checks a recorded voice and names what is missing or badly cut. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { checkPack, neededClips } from "../server/voice/pack-check.ts";
import { readClips } from "../server/voice/pack-folder.ts";
import { languages } from "../shared/domain/vocabulary.ts";

const folder = process.argv[2];
if (folder === undefined || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
  process.stderr.write("npm run voice-pack -- FOLDER: there is no such folder\n");
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
    for (const { clip, fault } of faults) process.stdout.write(`  ${language}/${clip}.wav ${fault}\n`);
  }
  if (!isFound) process.stdout.write("no clips: they lie in the folders zh, zh-Hant and en\n");
  else if (isGood) process.stdout.write("The pack is whole.\n");
  return isFound && isGood;
}
