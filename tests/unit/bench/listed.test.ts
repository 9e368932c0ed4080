import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const folder = fileURLToPath(new URL("../../bench/", import.meta.url));
const manual = fileURLToPath(new URL("../../../docs/operations/benches.md", import.meta.url));

it("has a row in the manual for every bench, and none for another", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const made = files.flatMap((name) => {
    const [, bench] = /: Bench = \{\s*name: "([^"]+)"/.exec(readFileSync(`${folder}${name}`, "utf8")) ?? [];
    return bench === undefined ? [] : [bench];
  });
  const told = [...readFileSync(manual, "utf8").matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, bench]) => bench);
  expect(made.length).toBeGreaterThan(5);
  expect(told.sort()).toEqual(made.sort());
});
