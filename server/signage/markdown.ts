/**
 * Markdown to HTML that can do nothing: words, lines, lists and tables. No link leads anywhere, since nobody can press
 * one on a wall; no picture comes from elsewhere; no style, class, id or event gets through. What an author writes as HTML
 * is read as text. Twice over: the Markdown reader makes no such HTML, and the cleaner would take it out.
 */
import type { Text } from "../../shared/wire/common.ts";

export type Clean = (markdown: string) => string;

const tags = [
  ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "ul", "ol", "li"],
  ...["strong", "em", "s", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"],
];
/** Quotes in quotes, lists in lists: deeper than anybody can read. */
const NESTING = 20;

/** Loads what is needed, which a hall without notices never does. */
export async function loadMarkdown(): Promise<Clean> {
  const [{ default: MarkdownIt }, { default: sanitize }] = await Promise.all([
    import("markdown-it"),
    import("sanitize-html"),
  ]);
  // A line that the author ends is a line on the wall.
  const markdown = new MarkdownIt("default", { html: false, linkify: false, typographer: false, breaks: true });
  markdown.set({ maxNesting: NESTING });
  // Of a link its words stay, of a picture what it shows.
  markdown.renderer.rules["link_open"] = () => "";
  markdown.renderer.rules["link_close"] = () => "";
  markdown.renderer.rules["image"] = (tokens, index) => markdown.utils.escapeHtml(tokens[index]?.content ?? "");
  return (source) =>
    sanitize(markdown.render(source), {
      allowedTags: tags,
      allowedAttributes: { ol: ["start"] },
      allowedSchemes: [],
      allowedClasses: {},
      allowedStyles: {},
      allowProtocolRelative: false,
      nestingLimit: 4 * NESTING,
    }).trim();
}

/** A notice in each of its languages. */
export function cleanText(clean: Clean, { zh, en, "zh-Hant": hant }: Text): Text {
  return { zh: clean(zh), en: clean(en), ...(hant !== undefined && { "zh-Hant": clean(hant) }) };
}
