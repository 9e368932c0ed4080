/** Items for the stories of drafts and weeks. */
import type { Item } from "../../../shared/wire/lobby.ts";

let made = 0;

/** A published notice that shows always and everywhere, but for what the story says. */
export function anItem(more: Partial<Item> = {}): Item {
  made += 1;
  return {
    id: `item-${String(made)}`,
    kind: "notice",
    title: { zh: "停电通知", en: "Power cut" },
    body: { zh: "周三停电", en: "No power on Wednesday" },
    media: null,
    url: null,
    service: null,
    seconds: 15,
    priority: 0,
    schedule: {},
    targets: {},
    state: "published",
    version: 1,
    publishedVersion: 1,
    author: "王芳",
    own: false,
    changedAt: "2026-11-25T08:00:00.000+08:00",
    decidedBy: null,
    note: null,
    ...more,
  };
}
