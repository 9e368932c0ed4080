/** A resident's phone in a real browser before a real hub. */
import type { Browser, Page } from "playwright-core";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { Desk, type Clerk, type Person } from "../support/desk.ts";
import type { LaunchOptions } from "../support/browser.ts";
import { sampleHall, startHub, type TestHub } from "../support/hub.ts";
import { type OpenPage, played, Stage } from "./stage.ts";

/** A service that counter 1 serves, and what phones may take besides. */
const service = "allowance";
const counter = 1;

export interface PhoneHall {
  readonly hub: TestHub;
  readonly url: string;
  readonly desk: Desk;
  /** The guide's desk gives the numbers. */
  readonly guide: Person;
  readonly clerk: Clerk;
}

/** A hub on a port of its own with a guide and an open counter. */
async function phoneHall(hall: HallFile): Promise<PhoneHall> {
  const hub = await startHub({ hall });
  const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
  const desk = new Desk(hub);
  return { hub, url, desk, guide: await desk.staff("guide"), clerk: await desk.clerkAt(counter) };
}

/** Takes so many numbers at the desk; answers the last. */
export async function takeSeveral({ guide }: PhoneHall, count: number): Promise<Ticket & { token: string }> {
  for (let taken = 1; taken < count; taken++) await guide.take(service);
  return guide.take(service);
}

/** Calls and serves everybody before the ticket, then calls it. */
export async function callUntil({ clerk }: PhoneHall, id: string): Promise<void> {
  while ((await clerk.next()).id !== id) await clerk.serves();
}

/** Calls the ticket in hand as often and waits as long as a miss needs, and misses it. */
export async function missInHand({ clerk, hub }: PhoneHall): Promise<void> {
  await clerk.does("recall");
  await clerk.does("recall");
  hub.clock.advance({ seconds: 61 });
  await clerk.ends("miss");
}

/** Runs in the page before its own scripts. */
export interface PhoneOptions {
  readonly before?: () => void;
}

/** Opens an address on a phone. */
export async function openPhone(browser: Browser, address: string, { before }: PhoneOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: "zh-CN",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  if (before) await page.addInitScript(before);
  await page.goto(address);
  return { page, context, faults };
}

/** The stage of a file of a phone's stories. */
class PhoneStage extends Stage {
  async hall(file = sampleHall()): Promise<PhoneHall> {
    return this.hub(await phoneHall(file));
  }

  async phone(address: string, options: PhoneOptions = {}): Promise<OpenPage> {
    return this.page(await openPhone(this.browser, address, options));
  }
}

export function phoneStage(launch: LaunchOptions = {}): PhoneStage {
  return played(new PhoneStage(launch));
}

/** The page's headline, which says what is going on; its phrases stand apart, each held together where the line turns. */
export async function says(page: Page, headline: string): Promise<void> {
  const inPhrases = [...headline].map((sign) => sign.replace(/[.?()]/, "\\$&")).join("\\s*");
  await page.getByRole("heading", { name: new RegExp(`^${inPhrases}$`) }).waitFor();
}

/** Elements that stick out of the glass or hide part of their own text, after the text was made so much larger. */
export async function clippedAt(page: Page, percent: number): Promise<string[]> {
  return page.evaluate(async (size) => {
    document.documentElement.style.fontSize = `${String(size)}%`;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const found: string[] = [];
    const pending: ParentNode[] = [document];
    for (let root = pending.pop(); root; root = pending.pop()) {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) pending.push(element.shadowRoot);
        const { width, right } = element.getBoundingClientRect();
        const isBlock = getComputedStyle(element).display !== "inline";
        const isCut = isBlock && element.scrollWidth > element.clientWidth + 1;
        if (width > 0 && (right > window.innerWidth + 1 || isCut))
          found.push(`${element.tagName}.${element.className}`);
      }
    }
    document.documentElement.style.fontSize = "";
    return found;
  }, percent);
}
