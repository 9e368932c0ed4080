import { describe, expect, it } from "vitest";
import { refusalStatus, type RefusalCode } from "../../../shared/domain/refusal.ts";
import { languages } from "../../../shared/domain/vocabulary.ts";
import { refusals } from "../../../shared/text/refusal-words.ts";
import { refusalDetail, refusalTitle } from "../../../shared/text/refusals.ts";

const now = "2026-11-23T16:00:00.000+08:00";
// The keys of the status table are the codes.
const codes = Object.keys(refusalStatus) as RefusalCode[];

describe("refusals in words", () => {
  it("has words for exactly the codes that exist", () => {
    expect(Object.keys(refusals).sort()).toEqual([...codes].sort());
  });

  it.each(codes)("says %s to everyone in every language, without a placeholder left over", (code) => {
    for (const language of languages) {
      for (const audience of ["resident", "staff"] as const) {
        const detail = refusalDetail(code, language, { audience, now });
        expect(detail).not.toMatch(/[{}[\]]|undefined|null/);
        expect(detail.trim().length).toBeGreaterThan(1);
      }
      expect(refusalTitle(code, language).trim()).not.toBe("");
    }
  });

  it("tells when numbers are given again", () => {
    const params = { nextOpening: "2026-11-24T08:30:00.000+08:00" };
    expect(refusalDetail("quota-reached", "zh", { audience: "resident", now, params })).toBe(
      "今日号已取完\uFF0C明早8:30可取\uFF1B急事请找咨询台",
    );
    expect(refusalDetail("quota-reached", "en", { audience: "resident", now, params })).toBe(
      "No numbers left; next 8:30 tomorrow. If urgent, see the desk",
    );
  });

  it("tells everybody which of a person's words to look at again", () => {
    const told = (field: string) =>
      refusalDetail("invalid-request", "zh", { audience: "resident", now, params: { field } });
    expect(told("person.idNumber")).toBe("请核对证件号\uFF1B也可以不填");
    expect(told("person.phone")).toBe("请核对手机号");
    expect(told("__proto__")).toBe("填写有误\uFF1A__proto__");
    expect(told("seconds")).toBe("填写有误\uFF1Aseconds");
  });

  it("tells a clerk what a resident need not know", () => {
    expect(refusalDetail("requeue-limit", "zh", { audience: "resident", now })).toBe("请到咨询台帮您处理");
    const limit = (params: Record<string, number>) =>
      refusalDetail("requeue-limit", "zh", { audience: "staff", now, params });
    expect(limit({ times: 2 })).toBe("不能再恢复，已恢复2次；请代取新号，刚过号的可请原窗口接回");
    expect(limit({ minutes: 60 })).toBe("不能再恢复，过号已超过60分钟；请代取新号，刚过号的可请原窗口接回");
    expect(refusalDetail("counter-busy", "zh", { audience: "staff", now, params: { number: "A012" } })).toBe(
      "请先结束A012",
    );
  });
});
