import { describe, expect, it } from "vitest";
import { KeptWish } from "../../../phone/kept-wish.ts";
import type { ApiAnswer } from "../../../shared/ui/api.ts";

const body = (lang: "zh" | "en") => ({ service: "civil", lang });
const answered = (code: "hub-away" | "quota-reached"): ApiAnswer<never> => ({
  ok: false,
  status: 0,
  problem: { code, title: "", detail: "", status: 0 },
});

describe("a wish that the hub has not answered", () => {
  it("is sent again as it was, also when the page speaks another language by then", () => {
    const wish = new KeptWish<ReturnType<typeof body>>();
    const first = wish.of("civil", body("zh"));
    wish.heard(answered("hub-away"));
    expect(wish.of("civil", body("en"))).toEqual(first);
  });

  it("gives way to another wish", () => {
    const wish = new KeptWish<ReturnType<typeof body>>();
    const first = wish.of("civil", body("zh"));
    wish.heard(answered("hub-away"));
    expect(wish.of("card", body("zh")).key).not.toBe(first.key);
  });
});

describe("a wish that was answered", () => {
  it.each([
    ["done", { ok: true, status: 201, value: null }],
    ["refused", answered("quota-reached")],
  ] as const)("is over where it was %s", (_, answer) => {
    const wish = new KeptWish<ReturnType<typeof body>>();
    const first = wish.of("civil", body("zh"));
    wish.heard(answer);
    expect(wish.of("civil", body("en"))).toMatchObject({ body: { lang: "en" } });
    expect(wish.of("civil", body("en")).key).not.toBe(first.key);
  });
});
