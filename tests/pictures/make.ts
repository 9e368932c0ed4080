/**
 * Makes the pictures of every page at its sizes: `npm run pictures`, after `npm run build`.
 * They go into docs/pictures, with a page that shows them all.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import type { Person } from "../support/desk.ts";
import { forget } from "../support/hub.ts";
import { busyMorning, type Morning } from "./morning.ts";

interface Picture {
  readonly name: string;
  readonly what: string;
  readonly path: (morning: Morning) => string;
  readonly size: readonly [width: number, height: number];
  /** A device kind's token, or a person's cookie, that the page opens with. */
  readonly as?: (morning: Morning) => { readonly device: string; readonly who: Person } | { readonly who: Person };
  /** What is done on the page before the picture is taken. */
  readonly before?: (page: Page, morning: Morning) => Promise<void>;
}

const screen = (morning: Morning) => ({ device: "screen", who: morning.screen });
const station = (morning: Morning) => ({ device: "station", who: morning.station });
const callOne = async (page: Page, { clerk }: Morning): Promise<void> => {
  await clerk.press("recall");
  await page.waitForTimeout(800);
};

/** The one who waits longest, opened beside the hall. */
const lookAtOne = async (page: Page): Promise<void> => {
  await page.locator("ld-hall-overview [data-number]").first().click();
  await page.waitForTimeout(800);
};
const glasses = [
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
] as const;
/** Beside those of every screen, which has its calls beside the content. */
const layouts = [
  { layout: "calls-over-content", what: "综合屏,叫号盖在内容上 · calls over content" },
  { layout: "calls-only", what: "综合屏,只有叫号 · calls only" },
  { layout: "content-only", what: "综合屏,只有内容 · content only" },
] as const;

const pictures: readonly Picture[] = [
  {
    name: "display-1920x1080",
    what: "综合屏,刚叫号 · lobby screen, a call just made",
    path: () => "/display/",
    size: [1920, 1080],
    as: screen,
    before: callOne,
  },
  {
    name: "display-3840x2160",
    what: "综合屏 4K · lobby screen, 4K",
    path: () => "/display/",
    size: [3840, 2160],
    as: screen,
  },
  {
    name: "display-1080x1920",
    what: "综合屏竖屏 · lobby screen, portrait",
    path: () => "/display/",
    size: [1080, 1920],
    as: screen,
  },
  ...layouts.flatMap(({ layout, what }) =>
    glasses.map(([width, height]): Picture => ({
      name: `display-${layout}-${String(width)}x${String(height)}`,
      what: `${what}, ${String(width)}×${String(height)}`,
      path: () => `/display/?layout=${layout}`,
      size: [width, height],
      as: screen,
      ...(layout === "calls-over-content" && { before: callOne }),
    })),
  ),
  {
    name: "display-dark-1920x1080",
    what: "综合屏,暗厅 · lobby screen, dark hall",
    path: () => "/display/?theme=dark",
    size: [1920, 1080],
    as: screen,
  },
  {
    name: "counter-screen-1280x400",
    what: "窗口屏 · counter screen",
    path: () => "/display/counter/?counter=2",
    size: [1280, 400],
    as: (morning) => ({ device: "counter-screen", who: morning.counterScreen }),
  },
  {
    name: "station-1080x1920",
    what: "取号机竖屏 · ticket station, portrait",
    path: () => "/station/",
    size: [1080, 1920],
    as: station,
  },
  {
    name: "station-1280x1024",
    what: "取号机横屏 · ticket station, landscape",
    path: () => "/station/",
    size: [1280, 1024],
    as: station,
  },
  {
    name: "panel-1366x768",
    what: "叫号端 · counter panel",
    path: () => "/panel/",
    size: [1366, 768],
    as: (morning) => ({ who: morning.clerk }),
  },
  {
    name: "desk-1366x768",
    what: "导办台,全厅 · guide's desk, the whole hall",
    path: () => "/panel/",
    size: [1366, 768],
    as: (morning) => ({ who: morning.guide }),
    before: lookAtOne,
  },
  {
    name: "console-1366x768",
    what: "管理台 · manager's console",
    path: () => "/console/",
    size: [1366, 768],
    as: (morning) => ({ who: morning.manager }),
  },
  {
    name: "phone-390x844",
    what: "手机页 · resident's phone",
    path: ({ waiting }) => `/m/t/${waiting.token}`,
    size: [390, 844],
  },
  { name: "home-1366x768", what: "首页 · what is where", path: () => "/", size: [1366, 768] },
];

const folder = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const SETTLE_MILLIS = 1500;

async function take(browser: Browser, morning: Morning, picture: Picture): Promise<void> {
  const [width, height] = picture.size;
  const context = await browser.newContext({ viewport: { width, height }, locale: "zh-CN" });
  const as = picture.as?.(morning);
  if (as) await enter(context, morning, as);
  const page = await context.newPage();
  await page.goto(morning.url + picture.path(morning));
  await page.waitForTimeout(SETTLE_MILLIS);
  await picture.before?.(page, morning);
  await page.screenshot({ path: join(folder, `${picture.name}.png`) });
  await context.close();
}

/** Gives the page what its device or person would have kept. */
async function enter(
  context: BrowserContext,
  { url }: Morning,
  as: NonNullable<ReturnType<NonNullable<Picture["as"]>>>,
): Promise<void> {
  const { headers } = as.who;
  if (!("device" in as)) {
    const [name = "", value = ""] = (headers["cookie"] ?? "").split("=");
    await context.addCookies([{ name, value, url }]);
    return;
  }
  const token = (headers["authorization"] ?? "").replace("Bearer ", "");
  await context.addInitScript(
    ([key = "", kept = ""]) => {
      localStorage.setItem(key, kept);
    },
    [`lundao.device.${as.device}`, token],
  );
}

function index(): string {
  const parts = pictures.map(({ name, what }) => `## ${what}\n\n![${what}](${name}.png)\n`);
  return `# 页面图 · Pictures of every page\n\n由 \`npm run pictures\` 生成。 Made by \`npm run pictures\`.\n\n${parts.join("\n")}`;
}

mkdirSync(folder, { recursive: true });
const morning = await busyMorning();
const browser = await launchBrowser();
try {
  for (const picture of pictures) await take(browser, morning, picture);
} finally {
  await browser.close();
  await morning.hub.stop();
  forget(morning.hub.data);
}
writeFileSync(join(folder, "README.md"), index());
