import { describe, expect, it } from "vitest";
import { newDraft } from "../../../manager-console/content/item-draft.ts";
import { forgetDraft, keepDraft, keptDraft } from "../../../manager-console/content/kept-draft.ts";
import { remember } from "../../../shared/ui/memory.ts";

const kept = { draft: { ...newDraft("notice"), media: "file" }, version: 2, at: "2026-11-25T09:00:00.000+08:00" };

describe("what was typed and not saved", () => {
  it("is found again by whoever typed it, for that item alone", () => {
    keepDraft("wang", "item", kept);
    expect(keptDraft("wang", "item")).toEqual(kept);
    expect(keptDraft("li", "item")).toBeNull();
    expect(keptDraft("wang", "other")).toBeNull();
    forgetDraft("wang", "item");
    expect(keptDraft("wang", "item")).toBeNull();
  });

  it.each([
    ["no JSON", "停电"],
    ["nothing of the kind", "[]"],
    ["a draft of another age", JSON.stringify({ ...kept, draft: { kind: "notice", title: "停电" } })],
    ["a draft without its version", JSON.stringify({ draft: kept.draft, at: kept.at })],
  ])("is left alone where it is %s", (_, text) => {
    remember("lundao.item.wang.item", text);
    expect(keptDraft("wang", "item")).toBeNull();
  });
});
