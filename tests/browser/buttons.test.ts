import type { Locator, Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { contrast } from "../support/contrast.ts";
import { consoleStage } from "./console-page.ts";

const stage = consoleStage();
let page: Page;

/** Every kind of button of the shared style, as it is and as one that cannot be pressed now. */
const kinds = ["", "primary", "signal", "quiet", "trouble"] as const;
const grounds = ["paper", "sheet", "well"] as const;

/** Puts the buttons into a component of the console, whose styles hold them, on the grounds that buttons stand on. */
beforeEach(async () => {
  const { url } = await stage.hall();
  page = await stage.open(`${url}/console/`);
  await page.getByRole("button", { name: "登录" }).waitFor();
  await page.locator("ld-console-sign-in").evaluate(
    (host, { names, below }) => {
      const place = document.createElement("div");
      place.style.cssText = "position: fixed; top: 0; left: 0; width: 100vw; z-index: 9";
      for (const ground of below) {
        const row = document.createElement("p");
        row.style.cssText = `display: flex; flex-wrap: wrap; max-width: none; padding: 12px; background: var(--ld-${ground})`;
        row.className = `on-${ground}`;
        for (const name of names) {
          for (const off of ["", "disabled", "aria-disabled"]) {
            const button = document.createElement("button");
            button.className = `button ${name}`;
            button.textContent = "下一位";
            button.style.cssText = "width: auto; transition: none; animation: none";
            if (off === "disabled") button.disabled = true;
            if (off === "aria-disabled") button.setAttribute("aria-disabled", "true");
            row.append(button);
          }
        }
        place.append(row);
      }
      host.shadowRoot?.append(place);
    },
    { names: kinds, below: grounds },
  );
});

interface Look {
  readonly text: string;
  readonly ground: string;
  /** What the button stands on. */
  readonly below: string;
  readonly ring: string;
  readonly hasRing: boolean;
  readonly frame: string;
}

/** A button's colours as it stands, `#rrggbb`; one without a ground of its own has that of what it stands on. */
function lookOf(button: Locator): Promise<Look> {
  return button.evaluate((element) => {
    const hex = (colour: string) => {
      const parts = (colour.match(/\d+/g) ?? []).slice(0, 3);
      return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
    };
    const own = getComputedStyle(element);
    const below = hex(getComputedStyle(element.parentElement ?? element).backgroundColor);
    return {
      text: hex(own.color),
      ground: own.backgroundColor === "rgba(0, 0, 0, 0)" ? below : hex(own.backgroundColor),
      below,
      ring: hex(own.outlineColor),
      hasRing: own.outlineStyle === "solid",
      frame: own.borderTopStyle,
    };
  });
}

/** Every kind of button on every ground. `off` is the attribute of those that cannot be pressed now. */
function everyButton(off: string | null): { name: string; button: Locator }[] {
  const which = off === null ? ":not([disabled]):not([aria-disabled])" : `[${off}]`;
  return grounds.flatMap((ground) =>
    kinds.map((kind, place) => ({
      name: `${kind === "" ? "plain" : kind} on ${ground}`,
      button: page.locator(`p.on-${ground} .button${which}`).nth(place),
    })),
  );
}

describe("a button", () => {
  it("is legible at 7:1 at rest, under a pointer and pressed, and answers to each", async () => {
    for (const { name, button } of everyButton(null)) {
      const looks = [await lookOf(button)];
      await button.hover();
      looks.push(await lookOf(button));
      await page.mouse.down();
      looks.push(await lookOf(button));
      await page.mouse.up();
      await page.mouse.move(0, 700);
      for (const { text, ground } of looks) expect(contrast(text, ground), name).toBeGreaterThanOrEqual(7);
      expect(looks[2], name).not.toEqual(looks[0]);
    }
  });

  it("shows where the focus is by a ring of 3:1 against what it stands on", async () => {
    for (const { name, button } of everyButton(null)) {
      await button.focus();
      await page.keyboard.press("Shift");
      const { hasRing, ring, below } = await lookOf(button);
      expect(hasRing, name).toBe(true);
      expect(contrast(ring, below), name).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(["disabled", "aria-disabled"])(
    "that cannot be pressed looks so under a pointer too, and stays legible: %s",
    async (off) => {
      for (const { name, button } of everyButton(off)) {
        const rest = await lookOf(button);
        expect(rest.frame, name).toBe("dashed");
        expect(contrast(rest.text, rest.ground), name).toBeGreaterThanOrEqual(7);
        await button.hover({ force: true });
        expect(await lookOf(button), name).toEqual(rest);
        await page.mouse.down();
        expect(await lookOf(button), name).toEqual(rest);
        await page.mouse.up();
      }
    },
  );
});
