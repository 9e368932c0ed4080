import { describe, expect, it } from "vitest";
import { contentHall } from "./content-page.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage());

/** As much of `<ld-text-face>` as is asked here. */
interface Face extends HTMLElement {
  item: object;
  live: object;
  room: object | null;
  readonly updateComplete: Promise<boolean>;
  prepare(): Promise<void>;
}

describe("words that break into pages", () => {
  it("come to rest, however long they are: a heading that gives way to the dots does not take them away again", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    await hall.publish({ kind: "notice", title: { zh: "停水", en: "" }, body: { zh: "明天上午停水", en: "" } });
    const { page } = stage.page(await hall.screen());
    await page.locator("ld-text-face").first().waitFor();
    const restless = await page.evaluate(async () => {
      const found: string[] = [];
      for (let signs = 4; signs <= 24; signs += 1)
        for (let lines = 4; lines <= 14; lines += 1) {
          // An element of the page's own, with the properties that it declares.
          const face = document.createElement("ld-text-face") as Face;
          const html = { zh: "<p>一二三四五六七八九十</p>".repeat(lines), en: "" };
          face.item = {
            id: "n",
            version: 1,
            kind: "notice",
            title: { zh: "停".repeat(signs), en: "" },
            seconds: 20,
            html,
          };
          face.live = { languages: ["zh"], hall: {}, picture: {}, now: "", isStale: false };
          face.room = { width: 900, height: 620, pad: 24, text: 40, heading: 72 };
          face.style.cssText = "position:fixed;top:0;left:0;width:900px;height:620px;visibility:hidden";
          document.body.append(face);
          await face.prepare();
          let updates = 0;
          while (!(await face.updateComplete) && updates < 30) updates += 1;
          if (updates === 30) found.push(`${String(signs)} × ${String(lines)}`);
          face.room = null;
          face.remove();
        }
      return found;
    });
    expect(restless).toEqual([]);
  });
});
