import { describe, expect, it } from "vitest";
import type { Language } from "../../../shared/domain/vocabulary.ts";
import { findVoice } from "../../../shared/ui/voices.ts";

/** A machine whose voices have these tags; one that ends in `*` needs the internet. */
function found(language: Language, tags: readonly string[]): string | null {
  const voices = tags.map((tag): SpeechSynthesisVoice => {
    const lang = tag.replace("*", "");
    return { lang, name: tag, voiceURI: tag, default: false, localService: !tag.endsWith("*") };
  });
  return findVoice(voices, language)?.name ?? null;
}

describe("the voice for a language", () => {
  it.each<readonly [Language, readonly string[], string | null]>([
    ["zh", ["en-US", "zh-TW", "zh-CN"], "zh-CN"],
    ["zh", ["zh-TW"], "zh-TW"],
    ["zh", ["cmn-Hans-CN"], "cmn-Hans-CN"],
    ["zh", ["zh_CN_#Hans"], "zh_CN_#Hans"],
    ["zh-Hant", ["zh-CN", "zh-TW"], "zh-TW"],
    ["zh-Hant", ["zh-CN", "cmn-Hant-TW"], "cmn-Hant-TW"],
    ["zh-Hant", ["zh-CN"], "zh-CN"],
    ["en", ["zh-CN", "en-AU", "en-GB"], "en-GB"],
    ["en", ["en-AU"], "en-AU"],
  ])("is for %s, of %j, %s", (language, tags, best) => {
    expect(found(language, tags)).toBe(best);
  });

  it("is never Cantonese for Mandarin, and never another language's", () => {
    expect(found("zh", ["zh-HK", "yue-HK", "zh-Hant-HK", "en-US"])).toBeNull();
    expect(found("zh-Hant", ["zh-HK", "zh-Hant-HK", "yue"])).toBeNull();
    expect(found("en", ["zh-CN"])).toBeNull();
  });

  it("is one of the machine itself before one that needs the internet, though the other were nearer", () => {
    expect(found("zh-Hant", ["zh-TW*", "zh-CN"])).toBe("zh-CN");
    expect(found("zh-Hant", ["zh-TW*", "zh-CN*"])).toBe("zh-TW*");
  });
});
