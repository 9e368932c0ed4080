/** What the stories of the lobby's content are told with. */
import { expected, type Answer, type Person, type Refused } from "./desk.ts";
import type { TestHub } from "./hub.ts";

export const notice = {
  kind: "notice",
  title: { zh: "材料清单", en: "What to bring" },
  body: { zh: "请带**身份证**", en: "Bring your **ID card**" },
} as const;

/** A step in an item's life. */
export function hand(who: Person, id: string, step: string): Promise<Answer<Refused>> {
  return who.post(`/api/items/${id}/${step}`);
}

/** Something that one writes and another approves; answers its id. */
export async function publish(author: Person, colleague: Person, body: object = notice): Promise<string> {
  const { id } = expected(await author.post<{ id: string }>("/api/items", body), 201);
  await approve(author, colleague, id);
  return id;
}

/** The newest version of an item goes on the screens. */
async function approve(author: Person, colleague: Person, id: string): Promise<void> {
  expected(await hand(author, id, "submit"), 200);
  expected(await hand(colleague, id, "approve"), 200);
}

/** A picture that somebody has uploaded; answers its id. */
export async function anImage({ hub }: TestHub, kind: "image" | "pdf" = "image"): Promise<string> {
  const id = hub.context.newId();
  const page = { sha256: "ab".repeat(32), bytes: 900, width: 1080, height: 1528 };
  await hub.context.writer.submit(({ tx, now }) => {
    tx.media.insert({
      id,
      sha256: "cd".repeat(32),
      kind,
      name: "海报",
      type: kind === "pdf" ? "application/pdf" : "image/webp",
      bytes: 1234,
      width: 1920,
      height: 1080,
      seconds: null,
      pages: kind === "pdf" ? [page] : null,
      by: "somebody",
      at: now,
    });
    return null;
  });
  return id;
}

/** A video of so many seconds that somebody has uploaded; answers its id. */
export async function aVideo({ hub }: TestHub, seconds: number): Promise<string> {
  const id = hub.context.newId();
  await hub.context.writer.submit(({ tx, now }) => {
    tx.media.insert({
      ...{ id, sha256: "ef".repeat(32), kind: "video", name: "短片", type: "video/mp4", bytes: 1234 },
      ...{ width: 1920, height: 1080, seconds, pages: null, by: "somebody", at: now },
    });
    return null;
  });
  return id;
}
