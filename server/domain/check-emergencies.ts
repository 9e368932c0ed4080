/** What a hall file's emergency templates must hold beyond their schema: words for every screen, and few enough of them. */
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Fault } from "./check-hours.ts";

/** Chinese signs that a back row still reads; English needs twice as many letters. */
const READABLE = 40;

/** A screen that shows nothing at all is no emergency. */
export function checkEmergencies({ emergencies = {} }: HallFile, fault: Fault): void {
  for (const [id, { title, text }] of Object.entries(emergencies))
    for (const [name, words] of Object.entries({ title, text }))
      for (const language of ["zh", "en"] as const)
        if (words[language].trim() === "") fault(`/emergencies/${id}/${name}/${language}`, "has no words");
}

export function warnOfEmergencies({ emergencies = {} }: HallFile, warn: Fault): void {
  for (const [id, { text }] of Object.entries(emergencies))
    if (text.zh.length > READABLE || text.en.length > 2 * READABLE)
      warn(
        `/emergencies/${id}/text`,
        "is long, so it is small on the screens; 40 Chinese signs or 80 letters are read well",
      );
}
