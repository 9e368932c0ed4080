/** The console in a real browser before a real hub. */
import type { Page } from "playwright-core";
import { Desk } from "../support/desk.ts";
import { MANAGER_PASSWORD, startHub, type TestHub } from "../support/hub.ts";
import { played, Stage } from "./stage.ts";

export interface ConsoleHall {
  readonly hub: TestHub;
  readonly url: string;
  readonly desk: Desk;
}

/** The stage of a file of console stories. */
class ConsoleStage extends Stage {
  /** A hub on a port of its own. */
  async hall(): Promise<ConsoleHall> {
    const { hub } = this.hub({ hub: await startHub() });
    const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
    return { hub, url, desk: new Desk(hub) };
  }

  /** Opens an address on a desk's screen. */
  async open(address: string): Promise<Page> {
    const { page } = await this.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(address);
    return page;
  }

  /** The console, opened and signed in to, at one of its places. */
  async openConsole({ url }: ConsoleHall, place = ""): Promise<Page> {
    const page = await this.open(`${url}/console/${place}`);
    await signIn(page);
    await page.getByRole("button", { name: "退出登录" }).waitFor();
    return page;
  }

  /** The same on a phone's screen. */
  async openOnPhone({ url }: ConsoleHall, width = 390): Promise<Page> {
    const { page } = await this.newPage({ viewport: { width, height: 844 }, isMobile: true, hasTouch: true });
    await page.goto(`${url}/console/`);
    return page;
  }
}

export function consoleStage(): ConsoleStage {
  return played(new ConsoleStage());
}

/** Signs in on the console's page, by default as the manager. */
export async function signIn(page: Page, user = "manager", password = MANAGER_PASSWORD): Promise<void> {
  await page.getByLabel("用户名").fill(user);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

/** As when somebody comes back to the window: its lists are asked for at once. */
export async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
}

/** What has the cursor: a field's name, else what stands there. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (element === document.body) return "";
    return element instanceof HTMLInputElement ? element.name : (element?.textContent.trim() ?? "");
  });
}
