/** A counter panel in a real browser before a real hub. */
import type { Page } from "playwright-core";
import { quietMillis } from "../../counter-panel/view/key-bursts.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { TicketHistory } from "../../shared/wire/ticket.ts";
import { Desk, expected, type Person } from "../support/desk.ts";
import { sampleHall, startHub, type TestClock, type TestHub } from "../support/hub.ts";
import { played, Stage } from "./stage.ts";

/** The desk screen that the panel is drawn for. */
const glass = { width: 1366, height: 768 };

export const password = "password-of-panel";

export interface PanelHall {
  readonly hub: TestHub;
  readonly desk: Desk;
  readonly url: string;
  /** Takes numbers. */
  readonly station: Person;
  readonly manager: Person;
}

/** The sample hall under other rules. */
export function hallWith(rules: HallFile["hall"]["rules"]): HallFile {
  const hall = sampleHall();
  return { ...hall, hall: { ...hall.hall, rules: { ...hall.hall.rules, ...rules } } };
}

/** One call is enough before a miss. */
export const quickMisses = { missAfterCalls: 1, missAfterSeconds: 0 } as const;

/** Makes a user, whose password is the same for all of them. */
export async function makeUser(
  { manager }: PanelHall,
  user: string,
  more: object = {},
): Promise<{ user: string; password: string }> {
  expected(await manager.post("/api/users", { user, name: user, role: "clerk", password, ...more }), 201);
  return { user, password };
}

/** The stage of a file of panel stories. */
class PanelStage extends Stage {
  /** A hub on a port of its own. */
  async hall(file?: HallFile, clock?: TestClock): Promise<PanelHall> {
    const { hub } = this.hub({ hub: await startHub({ ...(file && { hall: file }), ...(clock && { clock }) }) });
    const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
    const desk = new Desk(hub);
    return { hub, desk, url, station: await desk.station(), manager: await desk.manager() };
  }

  /** Opens `/panel/` as somebody who is signed in, or, without a name, as nobody yet. */
  async open({ url, desk }: PanelHall, user?: string): Promise<Page> {
    const { page, context } = await this.newPage({ viewport: glass });
    if (user !== undefined) {
      const { headers } = await desk.signIn(user, password);
      const [name = "", value = ""] = (headers["cookie"] ?? "").split("=");
      await context.addCookies([{ name, value, url }]);
    }
    await page.clock.install();
    await page.goto(`${url}/panel/`);
    return page;
  }

  /** A new clerk whose panel stands at a counter. */
  async clerkAt(hall: PanelHall, counter: number): Promise<Page> {
    const user = `clerk-at-${String(counter)}`;
    await makeUser(hall, user);
    const page = await this.open(hall, user);
    await page.getByRole("button", { name: `开放 ${String(counter)}号窗口` }).click();
    await page.getByRole("heading", { name: `${String(counter)}号窗口`, exact: true }).waitFor();
    return page;
  }

  /** A clerk at counter 3, which takes medical first, then pension and card, in a hall of its own. */
  async atCounter3(rules: HallFile["hall"]["rules"] = {}): Promise<{ hall: PanelHall; page: Page }> {
    const hall = await this.hall(hallWith(rules));
    return { hall, page: await this.clerkAt(hall, 3) };
  }
}

export function panelStage(): PanelStage {
  return played(new PanelStage());
}

/**
 * Presses a key once the hand is off the one before: a bounce is ignored, and so would a hasty test be. A shortcut
 * counts once no other key follows.
 */
export async function key(page: Page, name: string): Promise<void> {
  await page.clock.runFor(1_000);
  await page.keyboard.press(name);
  await page.clock.runFor(quietMillis);
}

/** Stops the page's clock, so that what follows comes as fast as a bounce; `key` lets it go on by a second. */
export async function stopClock(page: Page): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(now + 1_000);
}

/** Waits for this ticket in hand, in this state. */
export async function inHand(page: Page, state: "called" | "serving", number: string): Promise<void> {
  await page.locator(`.card.${state} .number`, { hasText: number }).waitFor();
}

export async function nothingInHand(page: Page): Promise<void> {
  await page.getByText("手上没有号").waitFor();
}

/** What happened to a ticket, oldest first. */
export async function historyOf({ manager }: PanelHall, id: string): Promise<string[]> {
  const { items } = expected(await manager.get<TicketHistory>(`/api/tickets/${id}/history`), 200);
  return items.map(({ type }) => type);
}
