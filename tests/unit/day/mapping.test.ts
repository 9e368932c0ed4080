import { describe, expect, it } from "vitest";
import { mapServices, Parting } from "../../../tools/day/mapping.ts";

const everywhere = (): boolean => true;

describe("services of a record laid over a hall's", () => {
  const pooled = [1, 2, 3].map((number) => ({ number, tiers: [["any"], ["rare"]] }));
  const separate = [
    { number: 1, tiers: [["births"], ["proof"]] },
    { number: 2, tiers: [["pension"], ["proof"]] },
    { number: 3, tiers: [["tax"]] },
  ];

  it("become one each where every counter lists the same", () => {
    const { counters, services } = mapServices({ kinds: ["AA", "BB"], counters: pooled, needed: 3 });
    expect(counters).toEqual([1, 2, 3]);
    expect(services.get("AA")).toEqual([{ service: "any", counters: [1, 2, 3] }]);
    expect(services.get("BB")).toEqual([{ service: "rare", counters: [1, 2, 3] }]);
  });

  it("become several where counters list different ones, so that each has something to do", () => {
    const { services } = mapServices({ kinds: ["AA"], counters: separate, needed: 3 });
    expect(services.get("AA")).toEqual([
      { service: "proof", counters: [1, 2] },
      { service: "tax", counters: [3] },
    ]);
  });

  it("use no more counters than the record needs", () => {
    const { counters } = mapServices({ kinds: ["AA"], counters: pooled, needed: 2 });
    expect(counters).toEqual([1, 2]);
  });

  it("leave one of the hall's for each of the record's", () => {
    const { services } = mapServices({ kinds: ["AA", "BB", "CC", "DD"], counters: separate, needed: 3 });
    expect([...services.values()].flat().map(({ service }) => service)).toHaveLength(4);
    expect(services.get("AA")).toEqual([{ service: "proof", counters: [1, 2] }]);
  });

  it("are taken for the most frequent one where the hall has no more", () => {
    const { services } = mapServices({ kinds: ["AA", "BB", "CC"], counters: pooled, needed: 3 });
    expect(services.get("CC")).toEqual(services.get("AA"));
  });

  it("are none where the hall has no counter", () => {
    expect(mapServices({ kinds: ["AA"], counters: [], needed: 3 }).counters).toEqual([]);
  });
});

describe("people parted among services", () => {
  const shares = [
    { service: "proof", counters: [1, 2] },
    { service: "tax", counters: [3] },
  ];

  it("go where more counters are in proportion", () => {
    const parting = new Parting(shares);
    const given = Array.from({ length: 9 }, () => parting.next(everywhere));
    expect(given.filter((service) => service === "proof")).toHaveLength(6);
  });

  it("do not go where nobody is at work", () => {
    const parting = new Parting(shares);
    expect(Array.from({ length: 3 }, () => parting.next((counter) => counter === 3))).toEqual(["tax", "tax", "tax"]);
  });

  it("go on as if all were at work where nobody is", () => {
    const parting = new Parting(shares);
    expect(new Set(Array.from({ length: 4 }, () => parting.next(() => false)))).toEqual(new Set(["proof", "tax"]));
  });

  it("go to a clerk's own counter where they are known to be that clerk's", () => {
    const parting = new Parting(shares);
    expect([parting.at(3), parting.at(2), parting.at(9)]).toEqual(["tax", "proof", null]);
  });

  it("cannot be parted among nothing", () => {
    expect(() => new Parting([]).next(everywhere)).toThrow("no service");
  });
});
