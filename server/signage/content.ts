/** What an item is on the glass: everything it names looked up, and nothing left that a screen would have to ask for. */
import type { Text } from "../../shared/wire/common.ts";
import type { ItemContent, ScreenFile, ScreenItem } from "../../shared/wire/lobby.ts";
import type { Feeds, MediaRow } from "../commands/lobby-ports.ts";
import type { Hall } from "../domain/hall.ts";

export interface Sources {
  readonly hall: Hall;
  readonly media: (id: string) => MediaRow | null;
  readonly feed: Feeds["of"];
  /** Of a notice's Markdown: its cleaned HTML. */
  readonly html: (body: Text) => Text;
}

interface Written {
  readonly id: string;
  readonly version: number;
  readonly data: ItemContent;
}

/** The item as screens get it; null while there is nothing of it to show. */
export function screenItem({ id, version, data }: Written, sources: Sources): ScreenItem | null {
  const { kind, title, seconds, priority, schedule } = data;
  const shown = shownBy(data, sources);
  return shown && { id, version, kind, title, ...shown, seconds, priority, schedule };
}

type Shown = Pick<ScreenItem, "html" | "text" | "files" | "url" | "service" | "entries">;

function shownBy({ kind, title, body, url, service, media }: ItemContent, sources: Sources): Shown | null {
  const caption = body && { text: body };
  switch (kind) {
    case "notice":
      return body && { html: sources.html(body) };
    case "ticker":
      return { text: body ?? title };
    case "image":
    case "video":
    case "pdf": {
      const row = media === null ? null : sources.media(media);
      const files = row?.kind === kind ? filesOf(row) : [];
      return files.length === 0 ? null : { ...caption, files };
    }
    case "qr":
      return url === null ? null : { ...caption, url };
    case "feed": {
      const entries = url === null ? null : sources.feed(url);
      return entries === null || entries.length === 0 ? null : { entries };
    }
    case "guide":
      return hasGuide(sources.hall, service) ? { ...caption, ...(service !== null && { service }) } : null;
    case "waiting":
    case "counters":
    case "today":
    case "clock":
      return { ...caption };
    default:
      return kind satisfies never;
  }
}

/** What a PDF's pages are drawn as. */
const PAGE_TYPE = "image/webp";

function filesOf({ kind, sha256, bytes, type, width, height, seconds, pages }: MediaRow): readonly ScreenFile[] {
  if (kind === "pdf") return (pages ?? []).map((page) => ({ ...page, url: mediaUrl(page.sha256), type: PAGE_TYPE }));
  return [{ url: mediaUrl(sha256), sha256, bytes, type, width, height, ...(seconds !== null && { seconds }) }];
}

function mediaUrl(sha256: string): string {
  return `/media/${sha256}`;
}

function hasGuide({ services }: Hall, service: string | null): boolean {
  if (service !== null) return services.get(service)?.guide !== undefined;
  return [...services.values()].some(({ guide }) => guide !== undefined);
}
