/** What axe finds wrong with a page for people who see, hear or move otherwise. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** WCAG 2.1 at its three levels, and what axe holds to be good practice. */
const rules = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "best-practice"];

/**
 * What axe finds wrong with the page once it is at rest: a colour halfway from one look to the next is nobody's look.
 * @returns a line for each rule broken, with what breaks it
 */
export async function barriers(page: Page, of: readonly string[] = rules): Promise<string[]> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).withTags([...of]).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Waits until no transition and no animation that has an end is under way, in shadow trees too. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const underWay = (): Animation[] => {
      const trees: (Document | ShadowRoot)[] = [document];
      const found: Animation[] = [];
      for (const tree of trees) {
        found.push(...tree.getAnimations());
        for (const element of tree.querySelectorAll("*")) if (element.shadowRoot) trees.push(element.shadowRoot);
      }
      return found.filter(
        ({ effect, playState }) => playState === "running" && effect?.getComputedTiming().endTime !== Infinity,
      );
    };
    for (let moving = underWay(); moving.length > 0; moving = underWay())
      await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}
