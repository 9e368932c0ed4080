import { createHash } from "node:crypto";

/** Content-Security-Policy sources, ready to be joined into `script-src` and `style-src`. */
export interface InlineHashes {
  scripts: string[];
  styles: string[];
}

/** Hashes of the inline scripts and styles of built pages, each once and sorted, so that equal pages give equal files. */
export function inlineHashes(pages: readonly string[]): InlineHashes {
  const scripts = pages.flatMap((page) =>
    contents(page, /<script(?<attributes>[^>]*)>(?<content>[\s\S]*?)<\/script>/gi),
  );
  const styles = pages.flatMap((page) => contents(page, /<style(?<attributes>[^>]*)>(?<content>[\s\S]*?)<\/style>/gi));
  return { scripts: sources(scripts), styles: sources(styles) };
}

function contents(page: string, element: RegExp): string[] {
  return [...page.matchAll(element)]
    .filter((match) => !/\ssrc\s*=/i.test(match.groups?.["attributes"] ?? ""))
    .map((match) => match.groups?.["content"] ?? "");
}

function sources(texts: string[]): string[] {
  const hashes = texts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [...new Set(hashes)].sort();
}
