/** A file's name as it was uploaded: text to show, never a path. */

const MAX_CHARACTERS = 120;
/** Control characters, and those that turn the direction of writing or cannot be seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/** The name cleaned and of bounded length; the end is kept, for there stands what kind of file it claims to be. */
export function cleanName(name: string | undefined): string {
  const whole = (name ?? "").normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const characters = [...whole.replaceAll(unseen, "").replaceAll(/\s+/g, " ").trim()];
  if (characters.length === 0) return "file";
  if (characters.length <= MAX_CHARACTERS) return characters.join("");
  return `${characters.slice(0, MAX_CHARACTERS - 17).join("")}…${characters.slice(-16).join("")}`;
}

/** What means nothing to any shell, nor changes where it stands in a Chinese sentence. */
const plain = /^[\p{L}\p{N}_]+(?:[ -]+[\p{L}\p{N}_]+|\.[A-Za-z0-9_]+)*$/u;

/** The name as it may stand between double quotes in a command line that people copy: one that could do harm is replaced. */
export function nameInCommand(name: string): string {
  return plain.test(name) ? name : "input";
}
