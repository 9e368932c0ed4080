import { describe, expect, it } from "vitest";
import { hallFrom, rulesOf } from "../../../server/domain/hall.ts";
import { HallFile } from "../../../shared/wire/hall-file.ts";
import { smallHall } from "./small-hall.ts";

/** What the served schema of the hall file says of its rules. */
const { rules: schema } = HallFile.properties.hall.properties;
const told = Object.fromEntries(
  Object.entries(schema.properties).map(([name, rule]) => [name, "default" in rule ? rule.default : undefined]),
);

describe("a hall's rules", () => {
  const { hall, ...file } = smallHall({ counters: { 1: [["a"]] } });
  const { rules: _, ...silent } = hall;

  it("are what the schema tells where the file says nothing", () => {
    expect(hallFrom({ ...file, hall: silent }).rules).toEqual(told);
    expect(rulesOf({ hall: null })).toEqual(told);
    expect(Object.values(told)).not.toContain(undefined);
  });

  it("are the file's where it says something", () => {
    const rules = hallFrom({ ...file, hall: { ...silent, rules: { priorityRun: 5, autoStart: true } } }).rules;
    expect(rules).toEqual({ ...told, priorityRun: 5, autoStart: true });
  });
});
