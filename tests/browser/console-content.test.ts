import type { Page } from "playwright-core";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import type { Item, ScreenContent } from "../../shared/wire/lobby.ts";
import { expected, type Person } from "../support/desk.ts";
import { hand, publish } from "../support/items.ts";
import { barriers } from "./barriers.ts";
import { consoleStage, focused, signIn, type ConsoleHall } from "./console-page.ts";

const stage = consoleStage();
let hall: ConsoleHall;
let wang: Person;
let li: Person;

beforeEach(async () => {
  hall = await stage.hall();
  wang = await made("wang", "王芳");
  li = await made("li", "李敏");
});

/** An editor with a name. */
async function made(user: string, name: string): Promise<Person> {
  const manager = await hall.desk.manager();
  const password = `password-of-${user}`;
  expected(await manager.post("/api/users", { user, name, role: "editor", password }), 201);
  return hall.desk.signIn(user, password);
}

/** The console as an editor sees it. */
async function openAs(user: string, place = ""): Promise<Page> {
  const page = await stage.open(`${hall.url}/console/${place}`);
  await signIn(page, user, `password-of-${user}`);
  await page.getByRole("button", { name: "退出登录" }).waitFor();
  return page;
}

async function items(): Promise<Item[]> {
  return expected(await wang.get<{ items: Item[] }>("/api/items"), 200).items;
}

async function theOnly(): Promise<Item> {
  const [item] = await items();
  if (!item) throw new Error("no item was made");
  return item;
}

const notice = { kind: "notice", title: { zh: "停电通知", en: "Power cut" }, body: { zh: "周三停电", en: "No power" } };

async function written(body: object = notice, who = wang): Promise<string> {
  return expected(await who.post<Item>("/api/items", body), 201).id;
}

const title = (page: Page) => page.getByRole("textbox", { name: "简体中文 标题" });
const text = (page: Page) => page.getByRole("textbox", { name: "简体中文 正文" });
const preview = (page: Page) => page.locator("ld-item-preview");
const onScreen = (page: Page) => page.frameLocator("ld-wall-frame iframe").locator("ld-lobby-screen");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe("an item", () => {
  it("is written by one editor, approved by another, and then on the screen", async () => {
    const screen = await hall.desk.device("screen", { name: "东厅屏" });
    const page = await openAs("wang");
    await page.getByText("还没有内容").waitFor();
    await page.getByRole("link", { name: "新内容" }).click();
    await page.getByRole("link", { name: /^通知/ }).click();
    await expect.poll(() => focused(page)).toBe("title-zh");
    await title(page).fill("停电通知");
    await text(page).fill("周三上午**停电**,请提前安排");
    await onScreen(page).locator(".layer.on strong", { hasText: "停电" }).first().waitFor();
    await button(page, "送审").click();
    await page.getByText("✓ 已送审。请另一位同事来审核").waitFor();
    await page.getByText("这是您写的，要请另一位信息员或管理员审核").waitFor();
    expect(await button(page, "通过并发布").count()).toBe(0);

    const other = await openAs("li");
    await other.getByRole("row", { name: /停电通知.*通知.*所有屏幕.*一直.*王芳/ }).waitFor();
    await other.getByRole("link", { name: "停电通知" }).click();
    await button(other, "通过并发布").click();
    await other.getByText("已发布到屏幕").waitFor();
    await expect.poll(() => focused(other)).toContain("已发布到屏幕");
    const content = expected(await screen.get<ScreenContent>("/api/screens/self/content"), 200);
    expect(content.items).toMatchObject([{ title: { zh: "停电通知" }, kind: "notice" }]);
  });

  it("goes back with a note, which its author reads", async () => {
    const id = await written();
    await hand(wang, id, "submit");
    const page = await openAs("li", `#content/${id}`);
    await button(page, "退回").click();
    await button(page, "退回修改").click();
    await page.getByText("请写一句要改什么").waitFor();
    await page.getByLabel("要改什么").fill("请写清楚几点");
    await button(page, "退回修改").click();
    await page.getByText("已退回给作者").waitFor();
    const theirs = await openAs("wang");
    await theirs.getByRole("row", { name: /停电通知.*退回修改/ }).waitFor();
    await theirs.getByRole("link", { name: "停电通知" }).click();
    await theirs.getByText("李敏退回了：请写清楚几点").waitFor();
    await text(theirs).fill("周三9点到11点停电");
    await button(theirs, "送审").click();
    await theirs.getByText("✓ 已送审").waitFor();
    expect(await theOnly()).toMatchObject({ state: "review", version: 2 });
  });

  it("is approved only as whoever approves it has seen it", async () => {
    const id = await written();
    await hand(wang, id, "submit");
    const page = await openAs("li", `#content/${id}`);
    await page.getByRole("heading", { name: "停电通知" }).waitFor();
    // From here on the page learns nothing of its own accord.
    await page.route("**/api/items", (route) => route.abort());
    await wang.ask("PATCH", `/api/items/${id}`, { body: { title: { zh: "停水通知", en: "No water" } } });
    await hand(wang, id, "submit");
    await button(page, "通过并发布").click();
    await page.getByText("这条内容已被别人修改，刚才的操作没有生效，请先看新的").waitFor();
    expect(await theOnly()).toMatchObject({ state: "review", version: 2, publishedVersion: null });
    await page.unroute("**/api/items");
    await page.getByRole("heading", { name: "停水通知" }).waitFor();
    await button(page, "通过并发布").click();
    await page.getByText("已发布到屏幕").waitFor();
    expect((await theOnly()).publishedVersion).toBe(2);
  });

  it("is taken down only when that was meant", async () => {
    const id = await publish(wang, li, notice);
    const page = await openAs("wang", `#content/${id}`);
    await button(page, "马上撤下").click();
    await button(page, "继续放").click();
    expect((await theOnly()).state).toBe("published");
    await button(page, "马上撤下").click();
    await button(page, "撤下").click();
    await page.getByRole("status").getByText("已撤下").waitFor();
    expect((await theOnly()).state).toBe("withdrawn");
  });

  it("is thrown away while it is a draft, once that was meant, by its author and not by a colleague", async () => {
    const id = await written();
    const theirs = await openAs("li", `#content/${id}`);
    await theirs.getByText("草稿，屏幕上还没有").waitFor();
    expect(await button(theirs, "删除草稿").count()).toBe(0);
    const page = await openAs("wang", `#content/${id}`);
    await text(page).fill("周五停电");
    await button(page, "删除草稿").click();
    await button(page, "留着").click();
    expect(await items()).toHaveLength(1);
    await button(page, "删除草稿").click();
    await button(page, "删除").click();
    await page.getByText("草稿已删除").waitFor();
    await page.getByText("还没有内容").waitFor();
    expect(await items()).toEqual([]);
    await page.getByRole("link", { name: "新内容" }).click();
    await page.getByRole("link", { name: /^通知/ }).click();
    await title(page).waitFor();
    expect(await page.getByText("草稿已删除").count()).toBe(0);
  });

  it("keeps every version, and shows what changed side by side", async () => {
    const id = await publish(wang, li, notice);
    await li.ask("PATCH", `/api/items/${id}`, { body: { body: { zh: "周四停电", en: "No power" } } });
    const page = await openAs("wang", `#content/${id}`);
    await page.getByText("正在放的是第1版，这里是还没发布的修改").waitFor();
    await page.getByText("王芳写于11月25日 9:00 · 李敏于11月25日 9:00审核").waitFor();
    await button(page, "与第1版比较").click();
    const table = page.locator("ld-item-versions table");
    expect(await table.locator("del").allInnerTexts()).toEqual(["周三停电"]);
    expect(await table.locator("ins").allInnerTexts()).toEqual(["周四停电"]);
  });

  it("says where and when it shows, by names", async () => {
    const manager = await hall.desk.manager();
    const { id: screen } = await hall.desk.device("screen", { name: "东厅屏" });
    expected(await manager.ask("PUT", `/api/screens/${screen}`, { body: { group: "一楼" } }), 200);
    const page = await openAs("wang", "#content/new-clock");
    await title(page).fill("时钟");
    await page.getByLabel("从哪天").fill("2026-11-30");
    await page.getByLabel("周三", { exact: true }).check();
    await button(page, "加一段时间").click();
    await page.getByLabel("第1段，从").fill("08:30");
    await page.getByLabel("第1段，到").fill("12:00");
    await page.getByLabel("只在这些").check();
    await button(page, "保存草稿").click();
    await page.getByText("请至少选一处").waitFor();
    await page.getByLabel("一楼", { exact: true }).check();
    await button(page, "保存草稿").click();
    await page.getByText("✓ 已保存").waitFor();
    expect(await theOnly()).toMatchObject({
      schedule: { from: "2026-11-30", weekdays: ["wed"], hours: [["08:30", "12:00"]] },
      targets: { groups: ["一楼"] },
    });
    await page.getByRole("link", { name: "全部内容" }).click();
    await page.getByRole("row", { name: /时钟.*一楼组.*11月30日起 · 周三 · 8:30/ }).waitFor();
  });
});

describe("whoever writes", () => {
  it("sets bold by a button, and takes the simplified words over into the traditional ones", async () => {
    const page = await openAs("wang", "#content/new-notice");
    await title(page).fill("停电通知");
    await text(page).fill("停电");
    await text(page).selectText();
    await page.getByRole("group", { name: "简体中文的格式" }).getByRole("button", { name: "加粗" }).click();
    expect(await text(page).inputValue()).toBe("**停电**");
    await button(page, "从简体中文抄过来改").click();
    expect(await page.getByRole("textbox", { name: "繁體中文 标题" }).inputValue()).toBe("停电通知");
    expect(await page.getByRole("textbox", { name: "繁體中文 正文" }).inputValue()).toBe("**停电**");
  });

  it("hears beside each field what is missing, and stands in the first", async () => {
    const page = await openAs("wang", "#content/new-qr");
    await button(page, "保存草稿").click();
    await page.getByText("请填标题").waitFor();
    await page.getByText("请填以http://或https://开头的网址").waitFor();
    expect(await focused(page)).toBe("title-zh");
    await title(page).fill("网上办事");
    expect(await page.getByText("请填标题").count()).toBe(0);
  });

  it("is asked before leaving what is not saved", async () => {
    const page = await openAs("wang", "#content/new-notice");
    await title(page).fill("停电通知");
    await page.getByRole("link", { name: "播放记录" }).click();
    await button(page, "继续写").click();
    expect(await title(page).inputValue()).toBe("停电通知");
    expect(new URL(page.url()).hash).toBe("#content/new-notice");
    await page.getByRole("link", { name: "播放记录" }).click();
    await button(page, "不保存，离开").click();
    await page.getByRole("heading", { name: "播放记录" }).waitFor();
    await page.goto(`${hall.url}/console/#content/new-notice`);
    await title(page).waitFor();
    expect(await title(page).inputValue()).toBe("");
  });

  it("loses nothing with the line, nor with the window", async () => {
    const page = await openAs("wang", "#content/new-notice");
    await title(page).fill("停电通知");
    await text(page).fill("周三停电");
    await page.route("**/api/items", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await button(page, "保存草稿").click();
    await page.getByText("连不上中枢，没有保存。您写的还在这里").waitFor();
    expect(await text(page).inputValue()).toBe("周三停电");
    page.on("dialog", (dialog) => void dialog.accept());
    await page.unroute("**/api/items");
    await page.reload();
    await page.getByText(/这台电脑上有.*没保存的修改/).waitFor();
    expect(await text(page).inputValue()).toBe("周三停电");
    await button(page, "保存草稿").click();
    await page.getByText("✓ 已保存").waitFor();
    expect(await items()).toHaveLength(1);
  });

  it("hears when somebody else has changed the item meanwhile, and goes over it only if that is meant", async () => {
    const id = await written();
    const page = await openAs("wang", `#content/${id}`);
    await text(page).fill("周五停电");
    await li.ask("PATCH", `/api/items/${id}`, { body: { body: { zh: "周四停电", en: "No power" } } });
    await button(page, "保存草稿").click();
    await page.getByRole("alert").getByText("李敏在11月25日 9:00改过这一条").waitFor();
    expect(await theOnly()).toMatchObject({ version: 2, body: { zh: "周四停电" } });
    expect(await text(page).inputValue()).toBe("周五停电");
    await button(page, "用我写的盖过去").click();
    await button(page, "保存草稿").click();
    await page.getByText("✓ 已保存").waitFor();
    expect(await theOnly()).toMatchObject({ version: 3, body: { zh: "周五停电" } });
  });
});

describe("a file", () => {
  const png = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#3a7" } })
      .png()
      .toBuffer();

  it("is sent, seen in the preview, and told to be too small for the screen", async () => {
    const page = await openAs("wang", "#content/new-image");
    await page
      .locator("ld-item-media input[type=file]")
      .setInputFiles({ name: "海报.png", mimeType: "image/png", buffer: await png(200, 100) });
    await page.getByText("✓ 已上传海报.png").waitFor();
    await preview(page)
      .getByText(/图片太小：200×100点/)
      .waitFor();
    await preview(page).getByText("图片里的文字大小、颜色，这里查不了").waitFor();
    await title(page).fill("海报");
    await button(page, "保存草稿").click();
    await page.getByText("✓ 已保存").waitFor();
    expect(await theOnly()).toMatchObject({ kind: "image", media: expect.any(String) as string });
    const again = await openAs("li", "#content/new-image");
    await button(again, "用传过的文件").click();
    await again.getByRole("button", { name: /海报\.png/ }).click();
    await onScreen(again).locator(".layer.on img").waitFor();
  });

  it("that screens cannot play is refused with the command that helps, to be copied", async () => {
    const page = await openAs("wang", "#content/new-image");
    await page.locator("ld-item-media input[type=file]").setInputFiles({
      name: "图.svg",
      mimeType: "image/svg+xml",
      buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    });
    await page.getByRole("alert").getByText("屏幕放不了这个文件").waitFor();
    expect(await page.locator("ld-item-media code").innerText()).toContain("rsvg-convert");
    await button(page, "复制").click();
    await page.getByText(/✓ 已(复制|选中)/).waitFor();
  });

  it("can be stopped on its way", async () => {
    const page = await openAs("wang", "#content/new-video");
    await page.route("**/api/media", (route) => (route.request().method() === "POST" ? undefined : route.continue()));
    await page
      .locator("ld-item-media input[type=file]")
      .setInputFiles({ name: "短片.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(1000) });
    await button(page, "取消上传").click();
    await page.getByText("已取消上传").waitFor();
    await page.unroute("**/api/media");
  });
});

describe("the preview", () => {
  it("says how large words come out on each screen, and flags those too small for their distance", async () => {
    const manager = await hall.desk.manager();
    const near = await hall.desk.device("screen", { name: "近屏" });
    const far = await hall.desk.device("screen", { name: "远屏" });
    expected(await manager.ask("PUT", `/api/screens/${near.id}`, { body: { viewingMetres: 3 } }), 200);
    expected(await manager.ask("PUT", `/api/screens/${far.id}`, { body: { viewingMetres: 20 } }), 200);
    const page = await openAs("wang", "#content/new-notice");
    await title(page).fill("停电通知");
    await text(page).fill("周三停电");
    await page.getByLabel("哪块屏幕").selectOption({ label: "远屏" });
    await preview(page)
      .getByText(/字太小：20米外要12\.0厘米高/)
      .waitFor();
    await page.getByLabel("哪块屏幕").selectOption({ label: "近屏" });
    await preview(page)
      .getByText(/字太小/)
      .waitFor({ state: "detached" });
    await preview(page)
      .getByText(/文字与底色的对比是.*够7:1/)
      .waitFor();
  });

  it("breaks a long text into pages, as the screen will", async () => {
    const page = await openAs("wang", "#content/new-notice");
    await title(page).fill("办事须知");
    await text(page).fill(
      Array.from({ length: 30 }, (_, index) => `第${String(index + 1)}条 请带好证件。`).join("\n\n"),
    );
    await preview(page)
      .getByText(/一屏放不下，分\d+页放/)
      .waitFor();
    await button(page, "下一页").click();
    await preview(page)
      .getByText(/^第2页，共\d+页$/)
      .waitFor();
  });
});

describe("the pages", () => {
  it.each(["#content", "#content/new", "#content/new-notice", "#content/new-image"])(
    "stand in nobody's way: %s",
    async (place) => {
      await publish(wang, li, notice);
      const id = await written({ ...notice, title: { zh: "招聘会", en: "" } });
      await hand(wang, id, "submit");
      const page = await openAs("li", place);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await barriers(page)).toEqual([]);
    },
  );

  it("stand in nobody's way where an item waits for review", async () => {
    const id = await written();
    await hand(wang, id, "submit");
    const page = await openAs("li", `#content/${id}`);
    await button(page, "退回").click();
    await page.getByLabel("要改什么").waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it("are for reading only to a supervisor", async () => {
    await publish(wang, li, notice);
    await hall.desk.staff("supervisor");
    const page = await stage.open(`${hall.url}/console/`);
    await signIn(page, "supervisor-1", "password-of-supervisor-1");
    await page.getByRole("link", { name: "停电通知" }).click();
    await title(page).waitFor();
    expect(await title(page).isDisabled()).toBe(true);
    expect(await button(page, "马上撤下").count()).toBe(0);
    expect(await button(page, "保存草稿").count()).toBe(0);
  });
});
