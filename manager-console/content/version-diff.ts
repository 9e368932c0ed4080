/** What changed from one version of an item to the next, line by line. Pure. */

export type DiffLine =
  | { readonly is: "same"; readonly before: string; readonly after: string }
  | { readonly is: "changed"; readonly before: string | null; readonly after: string | null };

/** Two texts side by side: equal lines face each other, others stand where they were taken away or came. */
export function sideBySide(before: string, after: string): readonly DiffLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const common = commonLengths(old, now);
  const lines: DiffLine[] = [];
  let [left, right] = [0, 0];
  const gone: string[] = [];
  const come: string[] = [];
  const settle = () => {
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1) {
      lines.push({ is: "changed", before: gone[index] ?? null, after: come[index] ?? null });
    }
    gone.length = come.length = 0;
  };
  while (left < old.length || right < now.length) {
    const [was, is] = [old[left], now[right]];
    if (was !== undefined && was === is) {
      settle();
      lines.push({ is: "same", before: was, after: is });
      left += 1;
      right += 1;
    } else if (is === undefined || (was !== undefined && at(common, left + 1, right) >= at(common, left, right + 1))) {
      if (was !== undefined) gone.push(was);
      left += 1;
    } else {
      come.push(is);
      right += 1;
    }
  }
  settle();
  return lines;
}

/** Length of the longest common run of lines from each place on. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let left = old.length - 1; left >= 0; left -= 1) {
    for (let right = now.length - 1; right >= 0; right -= 1) {
      const row = table[left];
      if (!row) continue;
      row[right] =
        old[left] === now[right]
          ? at(table, left + 1, right + 1) + 1
          : Math.max(at(table, left + 1, right), at(table, left, right + 1));
    }
  }
  return table;
}

function at(table: readonly (readonly number[])[], left: number, right: number): number {
  return table[left]?.[right] ?? 0;
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split("\n");
}
