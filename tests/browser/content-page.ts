/** Lobby screens with content of the hall's own: two editors who publish, and files without an upload. */
import { createHash } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import type { ScreenSettings } from "../../shared/wire/lobby.ts";
import { expected, type Person } from "../support/desk.ts";
import { publish } from "../support/items.ts";
import { lobbyHall, openScreen, type LobbyHall, type OpenScreen, type ScreenOptions } from "./lobby-page.ts";

export interface ContentHall extends LobbyHall {
  readonly editor: Person;
  readonly manager: Person;
  /** Publishes and answers the item's id. */
  publish(body: object): Promise<string>;
  /** Pairs a screen, set like this, and opens it. */
  screen(settings?: Partial<ScreenSettings>, options?: ScreenOptions): Promise<OpenScreen & { readonly id: string }>;
}

/** @param publicUrl what residents' phones reach; without it they take no numbers. */
export async function contentHall(browser: Browser, publicUrl?: string): Promise<ContentHall> {
  const hall = await lobbyHall(0, undefined, publicUrl);
  const editor = await hall.desk.staff("editor");
  const manager = await hall.desk.manager();
  return {
    ...hall,
    editor,
    manager,
    publish: (body) => publish(editor, manager, body),
    screen: async (settings = {}, options = {}) => {
      const device = await hall.desk.device("screen", { name: "大厅东屏" });
      const token = (device.headers["authorization"] ?? "").replace("Bearer ", "");
      const self = expected(await device.get<{ id: string }>("/api/devices/self"), 200);
      if (Object.keys(settings).length > 0)
        expected(await manager.ask("PUT", `/api/screens/${self.id}`, { body: settings }), 200);
      return { ...(await openScreen(browser, { url: hall.url, token }, options)), id: self.id };
    },
  };
}

/** Puts a file among the hall's media, as an upload would have; answers its id there and its hash. */
export async function aFileOf(
  { hub: { hub } }: LobbyHall,
  bytes: Buffer,
  kind: { readonly kind: "image" | "video"; readonly type: string; readonly seconds?: number },
): Promise<{ readonly id: string; readonly sha256: string }> {
  const id = hub.context.newId();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await hub.context.writer.submit(({ tx, now }) => {
    tx.media.insert({
      ...{ id, sha256, kind: kind.kind, name: "文件", type: kind.type, bytes: bytes.length, width: 320, height: 180 },
      ...{ seconds: kind.seconds ?? null, pages: null, by: "somebody", at: now },
    });
    return null;
  });
  return { id, sha256 };
}

/** Answers for the hub where files are asked for. */
export async function serves(page: Page, files: ReadonlyMap<string, Buffer>): Promise<string[]> {
  const asked: string[] = [];
  await page.route("**/media/*", async (route) => {
    const sha256 = new URL(route.request().url()).pathname.split("/").pop() ?? "";
    asked.push(sha256);
    const body = files.get(sha256);
    await (body ? route.fulfill({ body, contentType: "application/octet-stream" }) : route.fulfill({ status: 404 }));
  });
  return asked;
}

/** The item that stands on the glass; null for none. */
export async function standing(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const screen = document.querySelector("ld-lobby")?.shadowRoot?.querySelector("ld-lobby-screen");
    return screen?.shadowRoot?.querySelector("ld-content-stage")?.showing ?? null;
  });
}
