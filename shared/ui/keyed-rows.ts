/**
 * `${keyedRows(items, keyOf, rowOf)}`: a list whose rows stay the elements they are while others come and go around
 * them, so that the focus and what is typed stay where they were. In the place of lit's `repeat`, which from
 * lit-html 3.3.1 on leaves a comment behind for each row it takes away (lit/lit#5298): a list that lives for months
 * would never stop growing.
 */
import { noChange, type TemplateResult } from "lit";
import { Directive, directive, PartType, type ChildPart, type DirectiveResult, type PartInfo } from "lit/directive.js";
import {
  getCommittedValue,
  insertPart,
  removePart,
  setChildPartValue,
  setCommittedValue,
} from "lit/directive-helpers.js";

type Key = string | number;

interface Row {
  readonly key: Key;
  readonly content: TemplateResult;
}

class KeyedRows extends Directive {
  private keys: readonly Key[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.CHILD) throw new Error("rows belong between an element's tags");
  }

  override render(rows: readonly Row[]): readonly TemplateResult[] {
    return rows.map(({ content }) => content);
  }

  override update(list: ChildPart, [rows]: [readonly Row[]]): unknown {
    const standing = getCommittedValue(list);
    const { keys } = this;
    this.keys = rows.map(({ key }) => key);
    if (!Array.isArray(standing)) return this.render(rows);
    // A list's committed value is one part for each of its rows.
    setCommittedValue(list, arranged(list, byKey(keys, standing as ChildPart[]), rows));
    return noChange;
  }
}

function byKey(keys: readonly Key[], parts: readonly ChildPart[]): Map<Key, ChildPart> {
  return new Map(parts.flatMap((part, index) => (keys[index] === undefined ? [] : [[keys[index], part]])));
}

/** Takes away the rows that are wanted no more, and brings the others and the new ones into order. */
function arranged(list: ChildPart, known: ReadonlyMap<Key, ChildPart>, rows: readonly Row[]): ChildPart[] {
  const wanted = new Set(rows.map(({ key }) => key));
  const ahead: ChildPart[] = [];
  for (const [key, part] of known) {
    if (wanted.has(key)) ahead.push(part);
    else takeAway(part);
  }
  return rows.map(({ key, content }) => {
    const [next] = ahead;
    const part = known.get(key);
    if (part) ahead.splice(ahead.indexOf(part), 1);
    // Elements that are moved lose the focus: who stands right already is not touched.
    const placed = part && part === next ? part : insertPart(list, next, part);
    return setChildPartValue(placed, content);
  });
}

function takeAway(part: ChildPart): void {
  const end = part.endNode;
  removePart(part);
  end?.parentNode?.removeChild(end);
}

const rowsDirective = directive(KeyedRows);

/** @param keyOf what tells an item from every other of the list, for as long as it is in it. */
export function keyedRows<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  rowOf: (item: Item) => TemplateResult,
): DirectiveResult {
  return rowsDirective(items.map((item) => ({ key: keyOf(item), content: rowOf(item) })));
}
