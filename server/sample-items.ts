/** What the wall of a demonstration shows from its first start on, so that whoever looks around sees one that is alive. */
import { isRefusal } from "../shared/domain/refusal.ts";
import type { NewItem } from "../shared/wire/lobby.ts";
import { itemContent, publishSample } from "./commands/item-commands.ts";
import type { Hub } from "./routes/kit.ts";

/**
 * Publishes them where there has never been an item. Those that name what this hall does not have are left out, and so
 * is the code for phones where none could reach the hub.
 */
export async function publishSampleItems(hub: Hub, sample: () => readonly NewItem[]): Promise<void> {
  const { context, signage } = hub;
  if (context.store.items.list({ limit: 1 }).length > 0) return;
  const { publicUrl } = context;
  const items = sample().flatMap((item) => {
    if (item.kind !== "qr") return [item];
    return publicUrl === null ? [] : [{ ...item, url: new URL("/m/", publicUrl).href }];
  });
  const published = await context.writer.submit((work) => {
    for (const item of items) publishSample(context, work, itemContent(item));
    return null;
  });
  if (isRefusal(published)) throw new Error(`the sample items could not be published: ${published.refused}`);
  await signage.refresh();
}
