/** Reads a feed as it was fetched, RSS, RDF, Atom or JSON, in whatever encoding, into a few lines of plain text. */
import type { FeedEntry } from "../../../shared/wire/lobby.ts";

const MAX_ENTRIES = 20;
const TITLE_LENGTH = 100;
const TEXT_LENGTH = 300;
/** Of what is looked at of one text: the rest would be cut off anyway. */
const LOOKED_AT = 20_000;

interface Found {
  readonly title: string | undefined;
  readonly text: string | undefined;
  readonly date: string | undefined;
}

/** @returns the newest entries, newest first where they are dated; null where it is no feed. */
export async function readFeed(bytes: Uint8Array, contentType: string | null): Promise<readonly FeedEntry[] | null> {
  const text = decoded(bytes, contentType);
  // What defines its own words is no feed of news but an attack on whoever reads it.
  if (/<!ENTITY/i.test(text)) return null;
  const found = await entriesOf(text);
  if (!found) return null;
  const clean = await cleaner();
  const entries = found
    .map(({ title, text, date }) => ({
      title: cut(clean(title ?? ""), TITLE_LENGTH),
      text: cut(clean(text ?? ""), TEXT_LENGTH),
      at: instantOf(date),
    }))
    .filter(({ title, text }) => title !== "" || text !== "");
  return entries.sort((a, b) => (b.at ?? "").localeCompare(a.at ?? "")).slice(0, MAX_ENTRIES);
}

/** By its first bytes, else as the server says, else as it says itself. */
function decoded(bytes: Uint8Array, contentType: string | null): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const told = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1];
  const own = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  for (const encoding of [told, own])
    if (encoding !== undefined) {
      try {
        return new TextDecoder(encoding).decode(bytes);
      } catch {
        // Not every name is one of an encoding.
      }
    }
  return new TextDecoder().decode(bytes);
}

async function entriesOf(text: string): Promise<readonly Found[] | null> {
  const { parseFeed } = await import("feedsmith");
  try {
    const { format, feed } = parseFeed(text, { maxItems: 200 });
    switch (format) {
      case "rss":
        return (feed.items ?? []).map(({ title, description, content, pubDate, dc }) => ({
          title,
          text: description ?? content?.encoded,
          date: pubDate ?? dc?.dates?.[0],
        }));
      case "rdf":
        return (feed.items ?? []).map(({ title, description, dc }) => ({
          title,
          text: description,
          date: dc?.dates?.[0],
        }));
      case "atom":
        return (feed.entries ?? []).map(({ title, summary, content, updated, published }) => ({
          title: title?.value,
          text: summary?.value ?? content?.value,
          date: published ?? updated,
        }));
      case "json":
        return (feed.items ?? []).map(({ title, summary, content_text, content_html, date_published }) => ({
          title,
          text: summary ?? content_text ?? content_html,
          date: date_published,
        }));
      default:
        return null;
    }
  } catch {
    return null;
  }
}

const written: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
};

/** Makes plain text of what may be HTML: no tag, no script, nothing that cannot be seen. */
async function cleaner(): Promise<(text: string) => string> {
  const { default: sanitizeHtml } = await import("sanitize-html");
  return (text) =>
    sanitizeHtml(text.slice(0, LOOKED_AT).replaceAll(/<(br|\/p|\/li|\/div|\/h[1-6]|\/t[drh])\b[^>]*>/gi, " "), {
      allowedTags: [],
      allowedAttributes: {},
    })
      .replaceAll(/&(lt|gt|amp|quot|#39);/g, (entity) => written[entity] ?? entity)
      .replaceAll(/\s+/g, " ")
      .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
      .trim();
}

/** At most so many characters as people count them, none of them cut in two. */
function cut(text: string, length: number): string {
  const characters = [...new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(text)];
  if (characters.length <= length) return text;
  return `${characters
    .slice(0, length - 1)
    .map(({ segment }) => segment)
    .join("")
    .trimEnd()}…`;
}

function instantOf(date: string | undefined): string | null {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
