import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import {
  approveItem,
  changeItem,
  itemContent,
  rejectItem,
  submitItem,
  withdrawItem,
  writeItem,
} from "../../server/commands/item-commands.ts";
import type { Task } from "../../server/commands/ports.ts";
import type { VersionedItem } from "../../server/domain/item.ts";
import { isRefusal } from "../../shared/domain/refusal.ts";
import { Desk } from "../support/desk.ts";
import { end, startHub, type TestHub } from "../support/hub.ts";
import { notice } from "../support/items.ts";

let hub: TestHub;
let screen = "";

beforeAll(async () => {
  hub = await startHub();
  ({ id: screen } = await new Desk(hub).device("screen"));
  return () => end(hub);
});

const steps = ["change", "submit", "approve", "reject", "withdraw"] as const;

interface Step {
  readonly what: (typeof steps)[number];
  readonly item: number;
  readonly by: string;
}

/** An item as anybody would count it along. */
interface Counted {
  id: string;
  /** Each version's author, the first one first. */
  readonly authors: string[];
  stage: "draft" | "review" | "rejected" | "approved" | "withdrawn";
  /** On the wall; null: nothing. */
  onWall: number | null;
}

const ITEMS = 3;
const title = (version: number): { zh: string; en: string } => ({ zh: `第${String(version)}版`, en: "" });

function mayHappen({ what, by }: Step, item: Counted): boolean {
  switch (what) {
    case "change":
      return true;
    case "submit":
      return item.stage === "draft";
    case "approve":
      return item.stage === "review" && item.authors.at(-1) !== by;
    case "reject":
      return item.stage === "review";
    case "withdraw":
      return item.onWall !== null;
  }
}

function happen({ what, by }: Step, item: Counted): void {
  switch (what) {
    case "change":
      item.authors.push(by);
      item.stage = "draft";
      return;
    case "submit":
      item.stage = "review";
      return;
    case "approve":
      item.stage = "approved";
      item.onWall = item.authors.length;
      return;
    case "reject":
      item.stage = "rejected";
      return;
    case "withdraw":
      if (item.onWall === item.authors.length) item.stage = "withdrawn";
      item.onWall = null;
  }
}

function taskOf({ what, by }: Step, { id, authors }: Counted): Task<VersionedItem> {
  const { context } = hub.hub;
  switch (what) {
    case "change":
      return changeItem(context, { id, author: by, change: { title: title(authors.length + 1) } });
    case "submit":
      return submitItem(context, id);
    case "approve":
      return approveItem(context, { id, by });
    case "reject":
      return rejectItem(context, { id, by, note: "再看看" });
    case "withdraw":
      return withdrawItem(id);
  }
}

it("shows the version approved last and never another, whatever editors do", async () => {
  const { context, signage } = hub.hub;
  const does = async (task: Task<VersionedItem>): Promise<VersionedItem | null> => {
    const answer = await context.writer.submit(task);
    await signage.refresh();
    return isRefusal(answer) ? null : answer;
  };
  const step = fc.record({
    what: fc.constantFrom(...steps),
    item: fc.nat({ max: ITEMS - 1 }),
    by: fc.constantFrom("li", "wang", "chen"),
  });

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (day) => {
      const items: Counted[] = [];
      for (let count = 0; count < ITEMS; count += 1) {
        const made = await does(writeItem(context, "li", itemContent({ ...notice, title: title(1) })));
        items.push({ id: made?.item.id ?? "", authors: ["li"], stage: "draft", onWall: null });
      }
      for (const taken of day) {
        const item = items[taken.item];
        if (!item) continue;
        const isWanted = mayHappen(taken, item);
        expect([taken, (await does(taskOf(taken, item))) !== null]).toEqual([taken, isWanted]);
        if (isWanted) happen(taken, item);
        const shown = signage.content(screen).items.map(({ id, version, title: { zh } }) => [id, version, zh]);
        const wanted = items.flatMap(({ id, onWall }) => (onWall === null ? [] : [[id, onWall, title(onWall).zh]]));
        expect(shown).toEqual(wanted);
      }
      for (const { id, authors, onWall } of items) {
        const versions = context.store.items.versions(id);
        expect(versions.map(({ author }) => author).reverse()).toEqual(authors);
        if (onWall !== null) await does(withdrawItem(id));
      }
    }),
    { seed: 24, numRuns: 30 },
  );
}, 60_000);
