/**
 * How wide a text prints, and where it may break. Widths are in columns of the printer's narrow character:
 * in GB18030 only ASCII takes one byte and prints half width, everything else takes a full square.
 */

/** Chinese punctuation that may not begin a line, and opening marks that may not end one. */
const neverFirst = "，。、；：？！）》」』】〉”’…·,.;:?!)]}";
const neverLast = "（《「『【〈“‘([{";

/** Marks that the printer's Chinese font would set full width within Latin words, with their narrow forms. */
const narrowForms: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "·": "-",
  "\u00a0": " ",
};

/**
 * Makes a text safe to send: composed, without control or invisible characters, so that no wording in a hall file can
 * become a printer command; Latin text gets narrow quotes and dashes. Line breaks stay.
 */
export function printable(text: string): string {
  const visible = text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu, "");
  if (/\p{Script=Han}/u.test(visible)) return visible;
  return visible.replace(/[‘’“”–—…·\u00a0]/g, (mark) => narrowForms[mark] ?? mark);
}

/** The columns one text takes on one line. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += (sign.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
  return columns;
}

/** Breaks a text into lines of at most `columns`; a word longer than a line is cut where the line ends. */
export function wrap(text: string, columns: number): readonly string[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, columns));
}

/** Breaks a text into as few lines as `wrap`, but of about the same length: no single sign on a line of its own. */
export function wrapEvenly(text: string, columns: number): readonly string[] {
  let even = wrap(text, columns);
  for (let room = columns - 1; room > 1; room -= 1) {
    const narrower = wrap(text, room);
    if (narrower.length > even.length || hasCutWord(text, narrower)) break;
    even = narrower;
  }
  return even;
}

/** Whether a Latin word of the text no longer stands whole on one of the lines. */
function hasCutWord(text: string, broken: readonly string[]): boolean {
  const words = text.match(/[!-~]+/g) ?? [];
  return words.some((word) => !broken.some((line) => line.includes(word)));
}

function wrapParagraph(paragraph: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(paragraph)) {
    if (columnsOf(line + piece.trimEnd()) <= columns) {
      line += piece;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trim());
    line = piece.trimStart();
    while (columnsOf(line.trimEnd()) > columns) {
      const head = headOf(line, columns);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== "") lines.push(line.trim());
  return lines;
}

/** The pieces a line may be broken between: Latin words with the space after them, single squares with their marks. */
function piecesOf(paragraph: string): readonly string[] {
  const pieces: string[] = [];
  let before = "";
  for (const sign of paragraph) {
    const last = pieces.length - 1;
    const joins = before !== "" && !mayBreakBetween(before, sign);
    if (joins) pieces[last] = (pieces[last] ?? "") + sign;
    else pieces.push(sign);
    before = sign;
  }
  return pieces;
}

function mayBreakBetween(before: string, after: string): boolean {
  if (after === " " || neverFirst.includes(after) || neverLast.includes(before)) return false;
  if (before === " ") return true;
  if (/\d/.test(before)) return false;
  return columnsOf(before) === 2 || columnsOf(after) === 2;
}

function headOf(text: string, columns: number): string {
  let head = "";
  for (const sign of text) {
    if (columnsOf(head + sign) > columns) break;
    head += sign;
  }
  return head;
}

/** Sets two texts at the two edges of one line with a dotted lead between them; null where they do not fit. */
export function spread(left: string, right: string, columns: number): string | null {
  if (right === "") return columnsOf(left) <= columns ? left : null;
  const room = columns - columnsOf(left) - columnsOf(right) - 2;
  return room < 1 ? null : `${left} ${".".repeat(room)} ${right}`;
}
