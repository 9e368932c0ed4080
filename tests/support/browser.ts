import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../tools/browser-tools.ts";

/** What a launched browser is asked beyond the flags that every test uses. */
export interface LaunchOptions {
  /** Further command-line flags, such as `--host-resolver-rules=MAP lundao.hall 127.0.0.1`. */
  args?: readonly string[];
}

/**
 * Starts the machine's Chromium without a window. The caller closes it.
 * @throws where no Chromium is found, naming what to install.
 */
export async function launchBrowser({ args = [] }: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error("no Chromium found: install chromium or set LUNDAO_CHROMIUM to its path");
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...args,
    ],
  });
}
