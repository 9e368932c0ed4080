/** What a page makes a browser download: its script, compressed as a hall gets it. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { absolute, type Bench, type Figure } from "./support/figure.ts";

const KILO = 1000;

const pages = [
  { name: "display", file: "display/index.html", limit: 60 },
  { name: "counter screen", file: "display/counter/index.html", limit: 60 },
  { name: "station", file: "ticket-station/index.html", limit: 80 },
  { name: "panel", file: "counter-panel/index.html", limit: 80 },
] as const;

export const size: Bench = {
  name: "size",
  about: "compressed script of the pages' modern build, as a browser without a cache downloads it",
  run: ({ dist }) => Promise.resolve(pages.flatMap((page) => figuresOf(path.join(dist, "web"), page))),
};

/** Browsers take brotli over HTTPS alone, and plain HTTP is normal in a hall: gzip is what must be small. */
function figuresOf(web: string, { name, file, limit }: (typeof pages)[number]): Figure[] {
  const { atOnce, later } = scriptsOf(web, file);
  const figure = (what: string, bytes: number, bound: Figure["bound"]): Figure =>
    absolute({ what: `${name}: ${what}`, unit: "kB", bound }, [bytes / KILO]);
  return [
    figure("script, gzip", bytesOf(atOnce, ".gz"), { is: "at most", limit }),
    figure("script, brotli", bytesOf(atOnce, ".br"), null),
    ...(later.size > 0 ? [figure("loaded when first used, gzip", bytesOf(later, ".gz"), null)] : []),
  ];
}

function bytesOf(scripts: ReadonlySet<string>, ending: ".gz" | ".br"): number {
  return [...scripts].reduce((sum, script) => sum + statSync(`${script}${ending}`).size, 0);
}

interface Scripts {
  readonly atOnce: ReadonlySet<string>;
  /** Imported while the page runs. */
  readonly later: ReadonlySet<string>;
}

/** The scripts a page names, and all that these import. */
function scriptsOf(web: string, page: string): Scripts {
  const html = readFileSync(path.join(web, page), "utf8");
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, address = ""]) => path.join(web, address));
  const inlined = /<script(?![^>]*\ssrc=)/.test(html);
  if (named.length === 0 || inlined) throw new Error(`${page}: expected scripts of its own files and none inline`);
  const atOnce = reached(named, /(?:\bimport|\bfrom)\s*"(\.[^"]+\.js)"/g);
  const all = reached(named, /(?:\bimport|\bfrom)\s*\(?\s*["'`](\.[^"'`]+\.js)["'`]/g);
  return { atOnce, later: new Set([...all].filter((script) => !atOnce.has(script))) };
}

function reached(from: readonly string[], imports: RegExp): Set<string> {
  const scripts = new Set(from);
  for (const script of scripts) {
    for (const [, address = ""] of readFileSync(script, "utf8").matchAll(imports)) {
      scripts.add(path.join(path.dirname(script), address));
    }
  }
  return scripts;
}
