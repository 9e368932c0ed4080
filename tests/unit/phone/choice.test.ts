import { describe, expect, it } from "vitest";
import { offered, readBooking, readChoice } from "../../../phone/choice.ts";
import { aHall, aService } from "../../support/samples.ts";

const hall = aHall({
  services: [
    aService({ id: "civil", category: "general" }),
    aService({ id: "card", category: "social" }),
    aService({ id: "secret", category: "back", hidden: true }),
  ],
});

describe("what phones may choose from", () => {
  it("leaves hidden services out", () => {
    expect(offered(hall).map(({ id }) => id)).toEqual(["civil", "card"]);
  });
});

describe("how far the choice has come", () => {
  it("stands in the address", () => {
    expect(readChoice("#general/civil", hall)).toEqual({ category: "general", service: "civil" });
    expect(readChoice("#social", hall)).toEqual({ category: "social", service: null });
    expect(readChoice("", hall)).toEqual({ category: null, service: null });
  });

  it("takes nothing that the hall does not offer there", () => {
    expect(readChoice("#back/secret", hall)).toEqual({ category: null, service: null });
    expect(readChoice("#general/card", hall)).toEqual({ category: "general", service: null });
    expect(readChoice("#nowhere/civil", hall)).toEqual({ category: null, service: null });
  });
});

describe("how far a booking has come", () => {
  it("stands in the address", () => {
    const start = "2026-11-25T10:00:00.000+08:00";
    expect(readBooking(`#book/medical/${start}`)).toEqual({ service: "medical", start });
    expect(readBooking(`#book/medical/${encodeURIComponent(start)}`)).toEqual({ service: "medical", start });
    expect(readBooking("#book/medical")).toEqual({ service: "medical", start: null });
    expect(readBooking("#general/civil")).toBeNull();
  });

  it.each(["%E0", "later", ""])("has no time yet where the address says %j", (start) => {
    expect(readBooking(`#book/medical/${start}`)).toEqual({ service: "medical", start: null });
  });
});
