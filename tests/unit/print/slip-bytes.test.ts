import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { encodeSlip } from "../../../server/print/slip-bytes.ts";
import type { Slip } from "../../../shared/wire/print.ts";
import { dotsPerMillimetre } from "../../support/escpos-interpreter.ts";
import { qrBitmap, slipSvg } from "../../support/escpos-picture.ts";
import { printedSlip, sampleSlip, wordsOn } from "../../support/slips.ts";

const rule48 = "─".repeat(24);
/** Of the 24 dots of a character, a digit or capital fills 18. */
const inkOfHeight = 18 / 24;

function printed(slip: Slip, { columns = 48, copy = false }: { columns?: 32 | 48; copy?: boolean } = {}) {
  return printedSlip(encodeSlip(slip, { columns, copy }), columns);
}

describe("a slip in Chinese", () => {
  it("reads back exactly as it was meant", () => {
    expect(wordsOn(printed(sampleSlip()))).toEqual([
      "江滨社区便民服务中心",
      "S012",
      "社会保险参保与养老待遇",
      "前面8位  约25分钟",
      "请在综合服务区等候  办理窗口：2号窗口",
      rule48,
      "请备好材料",
      "□ 居民身份证 ................... 原件+复印件1份",
      "□ 社会保障卡 ............................. 原件",
      rule48,
      "请听叫号、看屏幕",
      "没听到叫号也不要紧：60分钟内到咨询台，排在同类第",
      "3位之后，可恢复2次",
      "Social insurance and pensions",
      "8 ahead of you  about 25 min  Counter 2",
      "Listen for your number and watch the screen",
      "扫码看前面还有几位",
      "2026年11月23日 9:05 取号",
    ]);
  });

  it("says the time of an appointment, large under its service and small in every other language", () => {
    const words = wordsOn(printed(sampleSlip({ ahead: null, dueAt: "2026-11-23T10:00:00.000+08:00" })));
    expect(words[words.indexOf("社会保险参保与养老待遇") + 1]).toBe("预约时间 10:00");
    expect(words).toContain("Appointment 10:00  about 25 min  Counter 2");
  });

  it("says so when nobody is ahead, and keeps quiet about what is not known", () => {
    expect(wordsOn(printed(sampleSlip({ ahead: 0, estimate: null })))).toContain("前面没有人");
    const silent = wordsOn(printed(sampleSlip({ ahead: null, estimate: null }))).join("\n");
    expect(silent).not.toContain("前面8位");
    expect(silent).not.toContain("分钟 ");
  });

  it("sets the hall's footer instead of 请听叫号、看屏幕 where it says the same", () => {
    const footer = { zh: "请听叫号、看屏幕;过号请到咨询台", en: "Listen for your number and watch the screen; or ask" };
    const words = wordsOn(printed(sampleSlip({ footer, languages: ["zh"] })));
    expect(words).toContain("请听叫号、看屏幕；过号请到咨询台");
    expect(words).not.toContain("请听叫号、看屏幕");
  });

  it("sets another footer below the miss rule", () => {
    const words = wordsOn(printed(sampleSlip({ footer: { zh: "请保管好随身物品", en: "Mind your bags" } })));
    expect(words.indexOf("请保管好随身物品")).toBeGreaterThan(words.indexOf("3位，可恢复2次"));
  });

  it("tells the miss rule as the hall has set it", () => {
    const rule = (missRule: Slip["missRule"]) => wordsOn(printed(sampleSlip({ missRule }))).join("");
    expect(rule({ behind: 5, times: 1, minutes: 30 })).toContain("30分钟内到咨询台，排在同类第5位之后，可恢复1次");
    expect(rule({ behind: 0, times: 2, minutes: 60 })).toContain("马上恢复");
    expect(rule({ behind: 3, times: 0, minutes: 60 })).toContain("没听到叫号，请到咨询台");
  });

  it("names no more than four counters", () => {
    const counters = [1, 2, 3, 4, 5, 6].map((n) => ({ zh: `${String(n)}号窗口`, en: `Counter ${String(n)}` }));
    const words = wordsOn(printed(sampleSlip({ counters, areas: [] }))).join("");
    expect(words).toContain("办理窗口：听叫号");
    expect(words).not.toContain("5号窗口");
  });

  it("does not name a counter twice that is its own area", () => {
    const desk = { zh: "咨询台", en: "Information desk" };
    const words = wordsOn(printed(sampleSlip({ counters: [desk], areas: [desk], languages: ["zh"] })));
    expect(words.filter((line) => line.includes("咨询台") && line.includes("等候"))).toEqual(["请在咨询台等候"]);
  });

  it("shows the hall's own time, whatever zone this machine is in", () => {
    const words = wordsOn(printed(sampleSlip({ issuedAt: "2026-11-23T23:59:59.999-05:00" })));
    expect(words).toContain("2026年11月23日 23:59 取号");
  });
});

describe("a slip in another language", () => {
  it("reads back in Traditional Chinese through GB18030", () => {
    const words = wordsOn(printed(sampleSlip({ lang: "zh-Hant", languages: ["zh-Hant"] })));
    expect(words).toEqual(
      expect.arrayContaining([
        "江濱社區便民服務中心",
        "社會保險參保與養老待遇",
        "前面8位  約25分鐘",
        "請在綜合服務區等候  辦理窗口：2號窗口",
        "□ 居民身份證 ................... 原件+複印件1份",
        "請聽叫號、看螢幕",
        "2026年11月23日 9:05 取號",
      ]),
    );
  });

  it("is English first for who reads English, with the key lines in Chinese below", () => {
    expect(wordsOn(printed(sampleSlip({ lang: "en" })))).toEqual([
      "Jiangbin Community Service Centre",
      "S012",
      "Social insurance",
      "and pensions",
      "8 ahead of you",
      "about 25 min",
      "Please wait in Service area  Served at Counter 2",
      rule48,
      "Please have ready",
      "□ Resident identity card ...... original+1 copy",
      "□ Social security card ............... original",
      rule48,
      "Listen for your number and watch the screen",
      "Missed your call? See the desk within 60 min to",
      "be let back in behind 3 of your kind, at most 2x",
      "社会保险参保与养老待遇",
      "前面8位  约25分钟  2号窗口",
      "请听叫号、看屏幕",
      "Scan to see how many are ahead",
      "Taken 23 Nov 2026, 9:05",
    ]);
  });

  it("takes Simplified where the hall has no Traditional wording", () => {
    const words = wordsOn(printed(sampleSlip({ lang: "zh-Hant", service: { zh: "社区证明", en: "Certificates" } })));
    expect(words).toContain("社区证明");
  });
});

describe("the number", () => {
  it.each([
    ["A012", 48],
    ["A1000", 48],
    ["AZL1000", 48],
    ["A012", 32],
    ["A1000", 32],
    ["AZL1000", 32],
  ] as const)("%s stands at least 15 mm high in ink on %i columns, on one line", (number, columns) => {
    const line = printed(sampleSlip({ number }), { columns }).lines.find(({ text }) => text === number);
    expect(line?.overflowed).toBe(false);
    expect(((line?.heightDots ?? 0) * inkOfHeight) / dotsPerMillimetre).toBeGreaterThanOrEqual(15);
  });
});

describe("a copy", () => {
  it("says 补打 and COPY at its head, white on black, and that one slip is enough", () => {
    const [mark, note] = printed(sampleSlip(), { copy: true }).lines;
    expect(mark).toMatchObject({ text: " 补打 / COPY ", reverse: true, heightDots: 48, align: "center" });
    expect(note?.text).toBe("号码相同，留一张就行");
  });

  it("is what the first slip is not", () => {
    expect(wordsOn(printed(sampleSlip())).join("")).not.toMatch(/补打|COPY/);
  });
});

describe("the paper", () => {
  const materials = ["居民身份证", "户口簿", "本人银行卡", "收入情况声明"].map((zh) => ({
    name: { zh, en: "Resident identity card" },
    original: true,
    copies: 1,
  }));

  it("is no longer than a hand, four materials and three languages included", () => {
    const languages: Slip["languages"] = ["zh", "en", "zh-Hant"];
    for (const lang of ["zh", "zh-Hant"] as const) {
      const { lengthDots } = printed(sampleSlip({ lang, languages, materials }));
      expect(lengthDots / dotsPerMillimetre).toBeLessThanOrEqual(180);
    }
  });

  it.each([32, 48] as const)("of %i columns is never overfilled", (columns) => {
    for (const lang of ["zh", "en", "zh-Hant"] as const) {
      const { lines } = printed(sampleSlip({ lang, languages: ["zh", "en", "zh-Hant"], materials }), {
        columns,
        copy: true,
      });
      expect(lines.filter(({ overflowed }) => overflowed)).toEqual([]);
    }
  });

  it("leaves white between two enlarged lines", () => {
    const { lines } = printed(sampleSlip({ lang: "en" }));
    const [upper, lower] = lines.filter(({ heightDots }) => heightDots === 48);
    expect((lower?.topDots ?? 0) - (upper?.topDots ?? 0)).toBeGreaterThanOrEqual(56);
  });
});

describe("the QR code", () => {
  const hasReader = spawnSync("zbarimg", ["--version"]).status === 0;
  if (!hasReader) console.warn("zbarimg is missing, QR codes are not read back: apt-get install -y zbar-tools");

  it("holds the ticket's address at a size a phone can read, centred", () => {
    const { url } = sampleSlip();
    expect(printed(sampleSlip()).qrs).toMatchObject([{ data: url, level: "M", align: "center", moduleDots: 5 }]);
  });

  it.skipIf(!hasReader)("is read back by a reader", () => {
    const [qr] = printed(sampleSlip()).qrs;
    if (!qr) throw new Error("no QR code was printed");
    const { stdout } = spawnSync("zbarimg", ["-q", "--raw", "-Sbinary", "pgm:-"], { input: qrBitmap(qr) });
    expect(stdout.toString()).toBe(sampleSlip().url);
  });

  it("and the words that lead to it are left out where the hall has no public address", () => {
    const slip = printed(sampleSlip({ url: null }));
    expect(slip.qrs).toEqual([]);
    expect(wordsOn(slip)).not.toContain("扫码看前面还有几位");
  });
});

describe("hostile wording", () => {
  it("cannot cut, feed or ask by way of the hall file", () => {
    const slip = sampleSlip({ footer: { zh: "\u001dV\u0000\u0010\u0004\u0001好", en: "x" }, languages: ["zh"] });
    const bytes = encodeSlip(slip, { columns: 48, copy: false });
    expect(bytes.includes(Buffer.from([0x10, 0x04]))).toBe(false);
    expect(wordsOn(printedSlip(bytes))).toContain("V好");
  });
});

describe("the picture of a slip", () => {
  it("shows every character it read", () => {
    const svg = slipSvg(printed(sampleSlip({ number: "Q777" })));
    expect(svg.match(/>7</g)).toHaveLength(3);
  });
});
