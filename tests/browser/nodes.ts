/** What a page that lives for months must not pile up. */
import type { Page } from "playwright-core";

/** How many nodes the page holds, texts and comments among them, in shadow trees too. */
export async function nodesOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    let count = 0;
    const trees: Node[] = [document];
    for (const tree of trees) {
      const walker = document.createTreeWalker(tree);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        count += 1;
        if (node instanceof Element && node.shadowRoot) trees.push(node.shadowRoot);
      }
    }
    return count;
  });
}
