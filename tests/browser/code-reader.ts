/** A code reader that types. */
import type { Page } from "playwright-core";

/**
 * Types a code and ends with Enter, each key two milliseconds after the one before, however busy the machine is: pages
 * tell a reader from fingers by the times of its keys, and a keyboard that is driven key by key may be slower than fingers.
 */
export async function readsCode(page: Page, code: string): Promise<void> {
  await page.evaluate(() => {
    const times = new WeakMap<KeyboardEvent, number>();
    let last = performance.now();
    Object.defineProperty(KeyboardEvent.prototype, "timeStamp", {
      configurable: true,
      get(this: KeyboardEvent) {
        const known = times.get(this);
        if (known !== undefined) return known;
        last += 2;
        times.set(this, last);
        return last;
      },
    });
  });
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await page.evaluate(() => {
    Reflect.deleteProperty(KeyboardEvent.prototype, "timeStamp");
  });
}
