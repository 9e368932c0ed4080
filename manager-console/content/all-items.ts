/** Every item of the hub, asked for page by page. */
import type { ApiAnswer } from "../../shared/ui/api.ts";
import type { Item } from "../../shared/wire/lobby.ts";
import { staffRequest } from "../staff-request.ts";

export async function allItems(element: EventTarget): Promise<ApiAnswer<readonly Item[]>> {
  const items: Item[] = [];
  let after = "";
  for (;;) {
    const answer = await staffRequest<{ items: Item[]; next?: string }>(element, { path: `/api/items${after}` });
    if (!answer.ok) return answer;
    items.push(...answer.value.items);
    if (answer.value.next === undefined) return { ...answer, value: items };
    after = `?after=${encodeURIComponent(answer.value.next)}`;
  }
}
