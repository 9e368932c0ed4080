/** When a page's calls stand on the glass. */
import type { Page } from "playwright-core";

const PAINT_MILLIS = 10_000;

export interface Paints {
  /** The instant of the next paint, in milliseconds since the epoch by the page's own clock. */
  readonly next: () => Promise<number>;
}

/** Hears the page's mark of what it has painted, with the instant at which it was set. */
export async function watchPaints(page: Page): Promise<Paints> {
  let heard: ((at: number) => void) | null = null;
  await page.exposeFunction("lundaoPainted", (at: number) => {
    heard?.(at);
    heard = null;
  });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const { lundaoPainted } = globalThis as unknown as { lundaoPainted: (at: number) => void };
      lundaoPainted(performance.timeOrigin + performance.now());
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-painted-seq"] });
  });
  return {
    next: () =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error("a call was not painted within 10 s")), PAINT_MILLIS);
        heard = (at) => {
          clearTimeout(late);
          resolve(at);
        };
      }),
  };
}
