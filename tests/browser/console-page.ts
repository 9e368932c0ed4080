/** The console in a real browser before a real hub. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { Desk } from "../support/desk.ts";
import { MANAGER_PASSWORD, startHub, type TestHub } from "../support/hub.ts";

export interface ConsoleHall {
  readonly hub: TestHub;
  readonly url: string;
  readonly desk: Desk;
}

/** A hub on a port of its own. */
export async function consoleHall(): Promise<ConsoleHall> {
  const hub = await startHub();
  const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
  return { hub, url, desk: new Desk(hub) };
}

export interface OpenConsole {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page. */
  readonly faults: string[];
}

/** Opens an address on a desk's screen. */
export async function openDesk(browser: Browser, address: string): Promise<OpenConsole> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(address);
  return { page, context, faults };
}

/** Signs in on the console's page, by default as the manager. */
export async function signIn(page: Page, user = "manager", password = MANAGER_PASSWORD): Promise<void> {
  await page.getByLabel("用户名").fill(user);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

/** The console, opened and signed in to, at one of its places. */
export async function openConsole(browser: Browser, { url }: ConsoleHall, place = ""): Promise<OpenConsole> {
  const opened = await openDesk(browser, `${url}/console/${place}`);
  await signIn(opened.page);
  await opened.page.getByRole("button", { name: "退出" }).waitFor();
  return opened;
}

/** What the page would fail people with, by axe's rules. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
