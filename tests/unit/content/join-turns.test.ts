import { describe, expect, it } from "vitest";
import { isJoinTurn, withJoinTurns } from "../../../display/content/join-turns.ts";
import { anItem } from "./items-of-tests.ts";

const address = "https://hall.example/m/?join=abc";
const many = Array.from({ length: 8 }, (_, index) => anItem(`item ${String(index)}`));
const kinds = (turns: ReturnType<typeof withJoinTurns>) => turns.map(({ id }) => (isJoinTurn(id) ? "code" : "item"));

describe("the code for taking a number by phone", () => {
  it("takes a turn after the last item, and after every sixth, each its own", () => {
    const turns = withJoinTurns(many, address);
    expect(kinds(turns)).toEqual([...Array<string>(6).fill("item"), "code", "item", "item", "code"]);
    expect(new Set(turns.map(({ id }) => id)).size).toBe(turns.length);
    expect(turns.find(({ id }) => isJoinTurn(id))).toMatchObject({ kind: "qr", url: address });
  });

  it("takes none where phones take no number, where no item stands, nor beside what goes before the others", () => {
    expect(withJoinTurns(many, null)).toEqual(many);
    expect(withJoinTurns([], address)).toEqual([]);
    const first = [anItem("first", { priority: 3 })];
    expect(withJoinTurns(first, address)).toEqual(first);
  });

  it("stays the same turn when its code is another, so that the glass does not change for it", () => {
    const ids = (url: string) => withJoinTurns(many, url).map(({ id, version }) => [id, version]);
    expect(ids("https://hall.example/m/?join=next")).toEqual(ids(address));
  });
});
