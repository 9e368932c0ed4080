/** Slips for tests, and what a printer makes of one. */
import type { Slip } from "../../shared/wire/print.ts";
import { interpretEscpos, type PrintedSlip } from "./escpos-interpreter.ts";

/** A slip of the sample hall; `more` changes what a test is about. */
export function sampleSlip(more: Partial<Slip> = {}): Slip {
  return {
    hall: { zh: "江滨社区便民服务中心", en: "Jiangbin Community Service Centre", "zh-Hant": "江濱社區便民服務中心" },
    number: "S012",
    service: { zh: "社会保险参保与养老待遇", en: "Social insurance and pensions", "zh-Hant": "社會保險參保與養老待遇" },
    ahead: 8,
    estimate: { p50: 1500, p90: 2400 },
    counters: [{ zh: "2号窗口", en: "Counter 2", "zh-Hant": "2號窗口" }],
    areas: [{ zh: "综合服务区", en: "Service area", "zh-Hant": "綜合服務區" }],
    materials: [
      { name: { zh: "居民身份证", en: "Resident identity card", "zh-Hant": "居民身份證" }, original: true, copies: 1 },
      { name: { zh: "社会保障卡", en: "Social security card", "zh-Hant": "社會保障卡" }, original: true, copies: 0 },
    ],
    footer: null,
    missRule: { behind: 3, times: 2, minutes: 60 },
    lang: "zh",
    languages: ["zh", "en"],
    issuedAt: "2026-11-23T09:05:07.000+08:00",
    url: "https://hall.example/m/t/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcd",
    ...more,
  };
}

/** The one slip that these bytes print, cut and without a word the printer did not know; throws where they do not. */
export function printedSlip(bytes: Buffer, columns: 32 | 48 = 48): PrintedSlip {
  const { slips, unknown } = interpretEscpos(bytes, { paperDots: columns === 48 ? 576 : 384 });
  const [slip] = slips;
  if (slip === undefined || slips.length !== 1)
    throw new Error(`${String(slips.length)} slips were printed instead of one`);
  if (unknown.length > 0) throw new Error(`the printer did not understand ${unknown.join(", ")}`);
  if (!slip.isCut) throw new Error("the slip was not cut");
  return slip;
}

/** The slip's words, a line a line. */
export function wordsOn(slip: PrintedSlip): readonly string[] {
  return slip.lines.map((line) => line.text);
}

/** Whether the slip says that it may be the second one. */
export function isMarkedCopy(bytes: Buffer): boolean {
  return wordsOn(printedSlip(bytes)).some((line) => line.includes("COPY"));
}
