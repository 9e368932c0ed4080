import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, printable, spread, wrap, wrapEvenly } from "../../../server/print/columns.ts";

describe("width", () => {
  it("counts a Latin letter as one column and a Chinese character or mark as two", () => {
    expect(columnsOf("A012")).toBe(4);
    expect(columnsOf("窗口，")).toBe(6);
    expect(columnsOf("3号")).toBe(3);
  });
});

describe("wrapping", () => {
  it("fills the line with Chinese characters up to its last column", () => {
    expect(wrap("社会保险参保与养老待遇", 8)).toEqual(["社会保险", "参保与养", "老待遇"]);
  });

  it("never begins a line with a closing mark nor ends one with an opening mark", () => {
    expect(wrap("请听叫号、看屏幕。", 8)).toEqual(["请听叫", "号、看屏", "幕。"]);
    expect(wrap("窗口（二楼）", 6)).toEqual(["窗口", "（二", "楼）"]);
  });

  it("keeps a count and its unit together", () => {
    expect(wrap("请在大厅等候60分钟", 14)).toEqual(["请在大厅等候", "60分钟"]);
  });

  it("breaks English between words and cuts only a word longer than the line", () => {
    expect(wrap("Social insurance and pensions", 16)).toEqual(["Social insurance", "and pensions"]);
    expect(wrap("Verwaltungsgebäude", 10)).toEqual(["Verwaltung", "sgebäude"]);
  });

  it("keeps the line breaks that a hall has set", () => {
    expect(wrap("一楼大厅\n二楼平台", 48)).toEqual(["一楼大厅", "二楼平台"]);
  });

  it("loses no sign and overfills no line, whatever the text", () => {
    const signs = fc.constantFrom(...Array.from("窗口号码，。（）A1 z、…"));
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 60 }), fc.integer({ min: 8, max: 48 }), (text, columns) => {
        const broken = wrap(text, columns);
        expect(broken.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const line of broken) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it("breaks a heading into lines of about the same length", () => {
    expect(wrapEvenly("政策咨询与全程代办", 16)).toEqual(["政策咨询与", "全程代办"]);
    expect(wrapEvenly("Medical insurance: joining and claims", 24)).toEqual([
      "Medical insurance:",
      "joining and claims",
    ]);
  });
});

describe("what is sent to a printer", () => {
  it("holds no control character, so that no wording can become a command", () => {
    expect(printable("号\u001b@\u0010\u0004\u0001码\u200b")).toBe("号@码");
  });

  it("gives English its narrow quotes and dashes, and leaves Chinese ones alone", () => {
    expect(printable("Veterans’ services – “home”")).toBe('Veterans\' services - "home"');
    expect(printable("“一次办好”…")).toBe("“一次办好”…");
  });
});

describe("two texts on one line", () => {
  it("stand at the edges with dots between them", () => {
    expect(spread("户口簿", "原件", 20)).toBe("户口簿 ........ 原件");
  });

  it("are not forced onto a line that is too short", () => {
    expect(spread("出院记录和费用清单", "原件+复印件1份", 32)).toBeNull();
  });
});
