/** A counter's label taken apart, so that what the eye looks for can be set heavier. Pure. */

export interface LabelPart {
  readonly text: string;
  readonly isKey: boolean;
}

/** The number is the key: 3 in 3号窗口, A and 03 in A区03号窗口, A03 in Counter A03. A label without one is all key. */
export function labelParts(label: string): readonly LabelPart[] {
  const texts = label.split(/([A-Z]*\d+|\b[A-Z]\b)/).filter((text) => text !== "");
  const parts = texts.map((text) => ({ text, isKey: /^[A-Z]*\d*$/.test(text) }));
  return parts.some(({ isKey }) => isKey) ? parts : [{ text: label, isKey: true }];
}

/** A label in two lines for narrow places, its number the large one: 3 over 号窗口, Counter over 3; one line if it has none. */
export interface LabelLines {
  readonly above: string;
  readonly large: string;
  readonly below: string;
}

export function labelLines(label: string): LabelLines {
  const parts = labelParts(label);
  const first = parts.findIndex(({ isKey }) => isKey);
  const last = parts.reduce((found, { isKey }, index) => (isKey ? index : found), first);
  const join = (from: number, to: number) =>
    parts
      .slice(from, to)
      .map(({ text }) => text)
      .join("")
      .trim();
  return { above: join(0, first), large: join(first, last + 1), below: join(last + 1, parts.length) };
}
