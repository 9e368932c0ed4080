/** What a file of browser stories stands on. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser, type LaunchOptions } from "../support/browser.ts";
import { forget, startHub, type TestHub } from "../support/hub.ts";

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page. */
  readonly faults: string[];
}

/** One browser for all stories; what a story has opened is looked at and put away at its end. */
export class Stage {
  #browser: Browser | null = null;
  readonly #pages: OpenPage[] = [];
  readonly #hubs: TestHub[] = [];
  readonly #stopped = new WeakSet<TestHub>();

  /** @param start starts another browser than the machine's. */
  constructor(private readonly launch: LaunchOptions & { readonly start?: () => Promise<Browser> } = {}) {}

  get browser(): Browser {
    if (!this.#browser) throw new Error("the browser is there once the stories have begun");
    return this.#browser;
  }

  /** A page whose faults fail the story. */
  page<Opened extends OpenPage>(opened: Opened): Opened {
    this.#pages.push(opened);
    return opened;
  }

  /** An empty page of a glass of its own. */
  async newPage(options: BrowserContextOptions): Promise<OpenPage> {
    const context = await this.browser.newContext({ locale: "zh-CN", ...options });
    const opened: OpenPage = this.page({ page: await context.newPage(), context, faults: [] });
    opened.page.on("pageerror", (error) => opened.faults.push(error.message));
    return opened;
  }

  /** A hub that ends with the story, and what stands on it. */
  hub<Hall extends { readonly hub: TestHub }>(hall: Hall): Hall {
    this.#hubs.push(hall.hub);
    return hall;
  }

  /** Ends a hub, and once `meanwhile` is over starts another on its folder and its port. */
  async restart({ hub, url }: { hub: TestHub; url: string }, meanwhile: () => Promise<void>): Promise<void> {
    this.#stopped.add(hub);
    await hub.stop();
    await meanwhile();
    const again = await startHub({ data: hub.data, clock: hub.clock });
    this.#hubs.push(again);
    await again.app.listen({ host: "127.0.0.1", port: Number(new URL(url).port) });
  }

  async begin(): Promise<void> {
    this.#browser = await (this.launch.start?.() ?? launchBrowser(this.launch));
  }

  async clear(): Promise<void> {
    const pages = this.#pages.splice(0);
    const hubs = this.#hubs.splice(0);
    for (const { context } of pages) await context.close();
    for (const hub of hubs) if (!this.#stopped.has(hub)) await hub.stop();
    for (const { data } of hubs) forget(data);
    expect(pages.flatMap(({ faults }) => faults)).toEqual([]);
  }

  async end(): Promise<void> {
    await this.#browser?.close();
  }
}

/** Puts this file's stories on a stage. */
export function played<Played extends Stage>(stage: Played): Played {
  beforeAll(() => stage.begin());
  afterEach(() => stage.clear());
  afterAll(() => stage.end());
  return stage;
}
