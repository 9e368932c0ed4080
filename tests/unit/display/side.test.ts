import { describe, expect, it } from "vitest";
import { emptyNote } from "../../../display/lobby/empty-note.ts";
import { footOf, type FootContent } from "../../../display/lobby/foot.ts";
import { blankPicture } from "../../../display/lobby/picture.ts";
import { askedSettings, glassOf } from "../../../display/lobby/screen-settings.ts";
import {
  pageAt,
  sidePages,
  type SideContent,
  type SideLine,
  type SideRoom,
} from "../../../display/lobby/side-pages.ts";
import { labelLines, labelParts } from "../../../display/label-parts.ts";
import { at, hallNow, lobbyCounter, nine } from "./calls.ts";

const picture = { ...blankPicture, waiting: { pension: 8, card: 3, claims: 1 } };
const content: SideContent = { hall: hallNow(), picture, language: "zh", now: nine, isStale: false, joinAddress: null };
const roomy: SideRoom = { lines: 5, fits: () => true };
const tight: SideRoom = { lines: 2, fits: ({ name }: SideLine) => name.length <= 4 };

function linesUnder(heading: string, pages: ReturnType<typeof sidePages>): (readonly SideLine[])[] {
  return pages.flatMap((page) => (page.kind === "lines" && page.heading === heading ? [page.lines] : []));
}

describe("beside the calls", () => {
  it("stands how many wait, by service where the services fit", () => {
    expect(linesUnder("等候人数", sidePages(content, roomy))[0]).toEqual([
      { name: "养老待遇", value: "8位" },
      { name: "社保卡", value: "3位" },
      { name: "医保报销", value: "1位" },
    ]);
  });

  it("stands how long it takes where that fits too, and only where somebody waits", () => {
    const estimate = { p50: 1500, p90: 2400 };
    const services = hallNow().services.map((service) => ({
      ...service,
      estimate: service.id === "claims" ? null : estimate,
    }));
    const waiting = { ...content, hall: hallNow({ services }), picture: { ...picture, waiting: { pension: 8 } } };
    const values = (room: SideRoom) => linesUnder("等候人数", sidePages(waiting, room))[0]?.map(({ value }) => value);
    expect(values(roomy)).toEqual(["8位·约25分", "0位", "0位"]);
    expect(values({ ...roomy, fits: ({ value = "" }: SideLine) => value.length <= 4 })).toEqual(["8位", "0位", "0位"]);
  });

  it("stands how long it takes on a page of its own where it fits nowhere else: by service, or a category's longest", () => {
    const waits: Record<string, number> = { pension: 1500, card: 2700 };
    const services = hallNow().services.map((service) => {
      const p50 = waits[service.id];
      return { ...service, estimate: p50 === undefined ? null : { p50, p90: 2 * p50 } };
    });
    const hall = hallNow({ services });
    const narrow = ({ value = "" }: SideLine) => value.length <= 4;
    const howLong = linesUnder("大约等多久", sidePages({ ...content, hall }, { lines: 3, fits: narrow }));
    expect(howLong[0]).toEqual([
      { name: "养老待遇", value: "约25分" },
      { name: "社保卡", value: "约45分" },
    ]);
    const byCategory = linesUnder("大约等多久", sidePages({ ...content, hall }, { lines: 1, fits: narrow }));
    expect(byCategory[0]).toEqual([{ name: "社会保障", value: "约45分" }]);
  });

  it("says nothing of how long it takes where nothing is told", () => {
    const headings = sidePages(content, tight).map(({ heading }) => heading);
    expect(headings).not.toContain("大约等多久");
  });

  it("stands how many wait by category where they do not, without categories that have no service", () => {
    expect(linesUnder("等候人数", sidePages(content, tight))[0]).toEqual([
      { name: "社会保障", value: "11位" },
      { name: "医疗保障", value: "1位" },
    ]);
  });

  it("tells a hidden service only while somebody waits for it", () => {
    const hidden = hallNow().services.map((service) => ({ ...service, hidden: service.id === "card" }));
    const names = (waiting: Record<string, number>) =>
      linesUnder(
        "等候人数",
        sidePages({ ...content, hall: hallNow({ services: hidden }), picture: { ...picture, waiting } }, roomy),
      )[0]?.map(({ name }) => name);
    expect(names({})).toEqual(["养老待遇", "医保报销"]);
    expect(names({ card: 1 })).toEqual(["养老待遇", "社保卡", "医保报销"]);
  });

  it("leaves out figures that nobody can vouch for", () => {
    const pages = sidePages({ ...content, isStale: true }, roomy);
    expect(linesUnder("等候人数", pages)).toEqual([]);
    expect(pages.length).toBeGreaterThan(0);
  });

  it("says what each counter does, or that it pauses", () => {
    const paused = {
      ...picture,
      counters: [lobbyCounter(1, { state: "paused" }), lobbyCounter(8, { state: "paused" })],
    };
    expect(linesUnder("窗口办什么", sidePages(content, roomy))[0]).toEqual([
      { sign: "1", name: "社保窗口" },
      { sign: "", name: "咨询台" },
    ]);
    expect(linesUnder("窗口办什么", sidePages({ ...content, picture: paused }, roomy))[0]).toEqual([
      { sign: "1", name: "暂停办理" },
      { sign: "", name: "咨询台 暂停办理" },
    ]);
  });

  describe("what is stopped", () => {
    const services = hallNow().services.map((service, index) => ({
      ...service,
      stopped: { reason: `原因${String(index)}`, until: null, since: nine },
    }));
    const fits = () => true;

    it("never has a reason on another page than its service, nor in two columns", () => {
      const pages = (room: SideRoom) =>
        linesUnder("暂停办理", sidePages({ ...content, hall: hallNow({ services }) }, room)).map((lines) =>
          lines.map(({ name }) => name),
        );
      const [first, second, third] = [
        ["养老待遇", "原因0"],
        ["社保卡", "原因1"],
        ["医保报销", "原因2"],
      ] as const;
      expect(pages({ lines: 3, fits, fitsHalf: fits })).toEqual([first, second, third]);
      expect(pages({ lines: 4, fits })).toEqual([[...first, ...second], third]);
      expect(pages({ lines: 6, fits })).toEqual([[...first, ...second, ...third]]);
    });

    it("is told again whenever it is told how many wait, so that nobody looks for the reason in vain", () => {
      const pages = sidePages({ ...content, hall: hallNow({ services }) }, { lines: 2, fits });
      const headings = pages.map(({ heading }) => heading);
      const before = headings.flatMap((heading, at) =>
        heading === "等候人数" && headings[at - 1] !== heading ? [headings[at - 1]] : [],
      );
      expect(before.length).toBeGreaterThan(1);
      expect(new Set(before)).toEqual(new Set(["暂停办理"]));
    });

    it("is told of a hidden service only while somebody waits for it", () => {
      const hall = hallNow({ services: services.map((service) => ({ ...service, hidden: true })) });
      const told = (waiting: Record<string, number>) =>
        linesUnder("暂停办理", sidePages({ ...content, hall, picture: { ...picture, waiting } }, roomy));
      expect(told({})).toEqual([]);
      expect(told({ card: 1 })).toEqual([[{ name: "社保卡" }, { name: "原因1" }]]);
    });
  });

  it("says when the hall is open today and for each period until when numbers are given", () => {
    expect(linesUnder("今天办公时间", sidePages(content, roomy))[0]).toEqual([
      { name: "8:30–12:00" },
      { name: "取号截至11:45" },
      { name: "13:30–17:30" },
      { name: "取号截至17:15" },
    ]);
    const hall = hallNow({ lastTicketMinutes: 0 });
    expect(linesUnder("今天办公时间", sidePages({ ...content, hall }, roomy))[0]).toEqual([
      { name: "8:30–12:00" },
      { name: "13:30–17:30" },
    ]);
  });

  it("shows what a phone can scan, where it can take a number", () => {
    const pages = sidePages({ ...content, joinAddress: "http://hall/m/?join=x" }, roomy);
    expect(pages.filter((page) => page.kind === "phone").map(({ address }) => address)).toEqual([
      "http://hall/m/?join=x",
    ]);
  });

  it("parts a list evenly and says which part it is", () => {
    const many = hallNow({
      categories: [1, 2, 3, 4].map((id) => ({ id: String(id), name: { zh: `类${String(id)}`, en: String(id) } })),
    });
    const services = [1, 2, 3, 4].map(
      (id) => ({ ...many.services[0], id: String(id), category: String(id) }) as (typeof many.services)[number],
    );
    const pages = sidePages({ ...content, hall: { ...many, services, counters: [] } }, { lines: 3, fits: () => true });
    const waiting = pages.filter(({ heading }) => heading === "等候人数");
    expect(waiting.map((page) => [page.kind === "lines" ? page.lines.length : 0, page.part, page.of])).toEqual([
      [2, 0, 2],
      [2, 1, 2],
    ]);
  });

  it("takes two columns on a tall screen where one needs several pages and every line is short enough", () => {
    const pagesIn = (room: SideRoom) =>
      sidePages(content, room).flatMap((page) =>
        page.kind === "lines" && page.heading === "今天办公时间" ? [[page.columns, page.lines.length, page.of]] : [],
      );
    const fits = () => true;
    expect(pagesIn({ lines: 2, fits, fitsHalf: fits })).toEqual([[2, 4, 1]]);
    expect(pagesIn({ lines: 4, fits, fitsHalf: fits })).toEqual([[1, 4, 1]]);
    expect(pagesIn({ lines: 2, fits, fitsHalf: ({ name }) => name.length < 10 })).toEqual([
      [1, 2, 2],
      [1, 2, 2],
    ]);
  });

  it("leaves out for whom nobody waits before those who wait take more than two pages", () => {
    const categories = [1, 2, 3].map((id) => ({ id: String(id), name: { zh: `类${String(id)}`, en: String(id) } }));
    const services = categories.map(({ id }) => ({ ...content.hall.services[0], id, category: id }));
    const hall = { ...content.hall, categories, services } as typeof content.hall;
    const names = (waiting: Record<string, number>) =>
      new Set(
        linesUnder("等候人数", sidePages({ ...content, hall, picture: { ...picture, waiting } }, one))
          .flat()
          .map(({ name }) => name),
      );
    const one: SideRoom = { lines: 1, fits: () => true };
    expect(names({ 1: 4, 3: 1 })).toEqual(new Set(["类1", "类3"]));
    expect(names({})).toEqual(new Set(["类1", "类2", "类3"]));
  });

  it("turns its pages by the hub's clock, so that all screens show the same", () => {
    const pages = sidePages(content, roomy);
    const first = Date.parse("2026-11-25T09:00:00Z");
    expect(pageAt(pages, first).index).toBe(pageAt(pages, first + 9_999).index);
    expect(pageAt(pages, first + 10_000).index).toBe((pageAt(pages, first).index + 1) % pages.length);
    expect(pageAt([], first).page).toBeUndefined();
  });
});

describe("the foot of the screen", () => {
  const foot: FootContent = {
    hall: hallNow(),
    picture,
    language: "zh",
    now: nine,
    millis: 0,
    staleSince: null,
    isWide: true,
    fits: () => true,
  };

  it("says where those go who missed their call", () => {
    expect(footOf(foot)).toEqual({ isStale: false, parts: ["过号请到咨询台"] });
  });

  it("says the hall's own words where they fit", () => {
    const hall = hallNow({ ticketFooter: { zh: "请听叫号", en: "Listen" } });
    expect(footOf({ ...foot, hall }).parts).toEqual(["请听叫号"]);
    const long = { ...hall, ticketFooter: { zh: "请听叫号,过号请到咨询台", en: "" } };
    expect(footOf({ ...foot, hall: long, fits: (text) => text.length <= 8 }).parts).toEqual(["过号请到咨询台"]);
  });

  it("tells which counters pause and until when, one after the other", () => {
    const counters = [
      lobbyCounter(2, { state: "paused", returnAt: at(16_200) }),
      lobbyCounter(3),
      lobbyCounter(4, { state: "paused" }),
    ];
    const turns = [0, 10_000, 20_000].map(
      (millis) => footOf({ ...foot, picture: { ...picture, counters }, millis }).parts,
    );
    expect(turns).toEqual([
      ["过号请到咨询台", "2号窗口 暂停办理，13:30恢复"],
      ["过号请到咨询台", "4号窗口 暂停办理"],
      ["过号请到咨询台", "2号窗口 暂停办理，13:30恢复"],
    ]);
  });

  it("tells it in English as a line of a list", () => {
    const counters = [lobbyCounter(2, { state: "paused", returnAt: at(16_200) })];
    const { parts } = footOf({ ...foot, language: "en", picture: { ...picture, counters } });
    expect(parts[1]).toBe("Counter 2: Paused, back at 13:30");
  });

  it("says one thing at a time on a tall screen", () => {
    const counters = [lobbyCounter(4, { state: "paused" })];
    const turns = [0, 10_000].map(
      (millis) => footOf({ ...foot, picture: { ...picture, counters }, millis, isWide: false }).parts,
    );
    expect(turns).toEqual([["过号请到咨询台"], ["4号窗口 暂停办理"]]);
  });

  it("says since when calls may be missing", () => {
    expect(footOf({ ...foot, staleSince: at(300) })).toEqual({
      isStale: true,
      parts: ["9:05起，叫号可能不是最新", "请听工作人员叫号"],
    });
  });

  it("turns what does not fit page by page, and sets nothing smaller for it", () => {
    const counters = [lobbyCounter(4, { state: "paused", returnAt: at(16_200) })];
    const told = (millis: number, more: Partial<FootContent> = {}) =>
      footOf({ ...foot, picture: { ...picture, counters }, fits: (text) => text.length <= 12, millis, ...more }).parts;
    const all = [0, 10_000, 20_000].map((millis) => told(millis));
    expect(all[0]).toEqual(["过号请到咨询台"]);
    expect(all.flat().slice(1).join("")).toMatch(/^4号窗口 暂停办理.*13:30恢复$/);
    for (const parts of [...all, told(0, { staleSince: nine }), told(10_000, { staleSince: nine })]) {
      expect(parts).toHaveLength(1);
      expect(parts[0]?.length).toBeLessThanOrEqual(12);
    }
  });
});

describe("a board without calls", () => {
  const words = (now: string, hasPicture = true) => {
    const { heading, line } = emptyNote(hallNow(), "zh", { now, hasPicture });
    return [heading, line];
  };

  it("says whether the hall is open, and when it will be", () => {
    expect(words(nine)).toEqual(["还没有叫号", "请先取号，再看这里"]);
    expect(words("2026-11-25T08:00:00.000+08:00")).toEqual(["现在不办公", "8:30开始办公"]);
    expect(words("2026-11-25T12:00:00.000+08:00")).toEqual(["现在不办公", "13:30开始办公"]);
    expect(words("2026-11-25T17:30:00.000+08:00")).toEqual(["现在不办公", "明早8:30开始办公"]);
  });

  it("says that it does not know yet", () => {
    expect(words(nine, false)).toEqual(["正在连接", null]);
  });
});

describe("a counter's label", () => {
  it("has its number as the key", () => {
    const keys = (label: string) => labelParts(label).flatMap(({ text, isKey }) => (isKey ? [text] : []));
    expect(keys("3号窗口")).toEqual(["3"]);
    expect(keys("A区03号窗口")).toEqual(["A", "03"]);
    expect(keys("Counter A03")).toEqual(["A03"]);
    expect(keys("咨询台")).toEqual(["咨询台"]);
  });

  it("comes in lines with the number as the large one", () => {
    expect(labelLines("3号窗口")).toEqual({ above: "", large: "3", below: "号窗口" });
    expect(labelLines("A区03号窗口")).toEqual({ above: "", large: "A区03", below: "号窗口" });
    expect(labelLines("Counter 3")).toEqual({ above: "Counter", large: "3", below: "" });
    expect(labelLines("咨询台")).toEqual({ above: "", large: "咨询台", below: "" });
  });
});

describe("how a screen hangs", () => {
  it("is as it was set, and as its address says for pictures and trials", () => {
    expect(askedSettings("?inches=55&metres=8&theme=dark&layout=calls-over-content")).toEqual({
      over: { sizeInches: 55, viewingMetres: 8, layout: "calls-over-content" },
      isDark: true,
    });
  });

  it("passes over what no screen can be", () => {
    for (const search of ["", "?inches=&metres=x", "?inches=0&metres=-3", "?inches=9999&metres=400&layout=all"]) {
      expect(askedSettings(search)).toEqual({ over: {}, isDark: false });
    }
  });

  it("turns the page where it hangs upright and its machine does not know", () => {
    const lying = { width: 1920, height: 1080 };
    expect(glassOf(lying, "portrait")).toEqual({ width: 1080, height: 1920, isTurned: true });
    expect(glassOf(lying, "landscape")).toEqual({ ...lying, isTurned: false });
    expect(glassOf({ width: 1080, height: 1920 }, "portrait").isTurned).toBe(false);
    expect(glassOf({ width: 1080, height: 1920 }, "landscape").isTurned).toBe(false);
  });
});
