import { describe, expect, it } from "vitest";
import { defineWords, fill, pick, say } from "../../../shared/text/text.ts";
import { phrases, typeset } from "../../../shared/text/typeset.ts";

const words = defineWords({
  ahead: { zh: "等候中[,前面{ahead}位]", "zh-Hant": "等候中[,前面{ahead}位]", en: "Waiting[, {ahead} ahead]" },
});

describe("words", () => {
  it("fills what is given", () => {
    expect(say(words.ahead, "zh", { ahead: 3 })).toBe("等候中\uFF0C前面3位");
    expect(say(words.ahead, "en", { ahead: 3 })).toBe("Waiting, 3 ahead");
  });

  it("leaves out a bracket whose parameter is not known, and keeps a zero", () => {
    expect(say(words.ahead, "zh", { ahead: null })).toBe("等候中");
    expect(say(words.ahead, "en", { ahead: 0 })).toBe("Waiting, 0 ahead");
  });

  it("leaves out a bracket when one of its two parameters is missing", () => {
    expect(fill("a[ {x} of {y}]", { x: 1 })).toBe("a");
    expect(fill("a[ {x} of {y}]", { x: 1, y: 2 })).toBe("a 1 of 2");
  });

  it("reads a hall's text in Simplified where it has no Traditional wording", () => {
    expect(pick({ zh: "咨询台", en: "Desk" }, "zh-Hant")).toBe("咨询台");
    expect(pick({ zh: "咨询台", en: "Desk", "zh-Hant": "諮詢台" }, "zh-Hant")).toBe("諮詢台");
    expect(pick({ zh: "咨询台", en: "Desk" }, "en")).toBe("Desk");
  });
});

describe("Chinese punctuation", () => {
  it("takes the full width beside a character, also after a number", () => {
    expect(typeset("没纸了,A012有效,请记住", "zh")).toBe("没纸了\uFF0CA012有效\uFF0C请记住");
    expect(typeset("叫到A012,请看屏幕", "zh")).toBe("叫到A012\uFF0C请看屏幕");
    expect(typeset("您还在吗?", "zh")).toBe("您还在吗\uFF1F");
    expect(typeset("暂停办理,13:30恢复", "zh")).toBe("暂停办理\uFF0C13:30恢复");
    expect(typeset("您约11:30,11:00起取号", "zh")).toBe("您约11:30\uFF0C11:00起取号");
  });

  it("stays narrow in times, numbers and English", () => {
    expect(typeset("10:24", "zh")).toBe("10:24");
    expect(typeset("共1,024位", "zh")).toBe("共1,024位");
    expect(typeset("Waiting, 3 ahead", "en")).toBe("Waiting, 3 ahead");
    expect(typeset("只接收JSON.txt文件", "zh")).toBe("只接收JSON.txt文件");
  });

  it("widens brackets that hold or follow characters", () => {
    expect(typeset("窗口已有人(李敏)", "zh")).toBe("窗口已有人\uFF08李敏\uFF09");
    expect(typeset("A012(3)", "zh")).toBe("A012(3)");
  });
});

describe("a heading on two lines", () => {
  it("turns before a joining word or after a comma, so that no character is left alone", () => {
    expect(phrases("困难救助与临时救助", "zh")).toEqual(["困难救助", "与临时救助"]);
    expect(phrases("社會保險參保與養老待遇", "zh-Hant")).toEqual(["社會保險參保", "與養老待遇"]);
    expect(phrases("不会用\uFF0C请人帮我", "zh")).toEqual(["不会用\uFF0C", "请人帮我"]);
  });

  it("stays whole where there is nothing to turn at, and in English", () => {
    expect(phrases("社区证明开具", "zh")).toEqual(["社区证明开具"]);
    expect(phrases("Birth registration and health services", "en")).toEqual(["Birth registration and health services"]);
  });
});
