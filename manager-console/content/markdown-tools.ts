/** What the buttons over a text do to it: Markdown that is switched on and off where the cursor is. Pure. */

/** A text field with what is selected in it. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Sets `**` around what is selected, or takes it away; without a selection it waits for what is typed next. */
export function toggleBold({ text, start, end }: Selected): Selected {
  const mark = "**";
  const inside = text.slice(start, end);
  const isMarked = text.slice(start - mark.length, start) === mark && text.slice(end, end + mark.length) === mark;
  if (isMarked) {
    return {
      text: text.slice(0, start - mark.length) + inside + text.slice(end + mark.length),
      start: start - mark.length,
      end: end - mark.length,
    };
  }
  // A mark beside a blank is none.
  const before = inside.length - inside.trimStart().length;
  const after = inside.trim() === "" ? 0 : inside.length - inside.trimEnd().length;
  const [from, until] = [start + before, end - after];
  return {
    text: text.slice(0, from) + mark + text.slice(from, until) + mark + text.slice(until),
    start: from + mark.length,
    end: until + mark.length,
  };
}

/** Makes the lines of the selection headings, or plain again. */
export function toggleHeading(selected: Selected): Selected {
  return toggleLines(selected, "## ", /^#{1,6} +/);
}

/** Makes the lines of the selection points of a list, or plain again. */
export function toggleList(selected: Selected): Selected {
  return toggleLines(selected, "- ", /^[-*+] +/);
}

function toggleLines({ text, start, end }: Selected, mark: string, pattern: RegExp): Selected {
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", Math.max(end, first));
  const last = next === -1 ? text.length : next;
  const lines = text.slice(first, last).split("\n");
  const written = lines.filter((line) => line.trim() !== "");
  const isOn = written.length > 0 && written.every((line) => pattern.test(line));
  const changed = lines.map((line) => {
    if (line.trim() === "" && written.length > 0) return line;
    const plain = line.replace(/^(#{1,6}|[-*+]) +/, "");
    return isOn ? plain : mark + plain;
  });
  const body = changed.join("\n");
  const shift = (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  return {
    text: text.slice(0, first) + body + text.slice(last),
    start: Math.max(first, start + shift),
    end: end + body.length - (last - first),
  };
}
