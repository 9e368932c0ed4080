import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { type TestReport, closingLine, tally } from "./closing-line.ts";
import { gates, runProgram } from "./gates.ts";
import { projectRoot } from "./project.ts";

const failedGate = await firstFailingGate();
const result = failedGate === null ? await runTests() : { passed: 0, failed: 1, skipped: 0 };
if (failedGate !== null) console.error(`\nstopped at ${failedGate}; no test was run`);
console.log(closingLine(result));
process.exitCode = result.failed === 0 ? 0 : 1;

async function firstFailingGate(): Promise<string | null> {
  for (const gate of gates) {
    const started = performance.now();
    console.log(`── ${gate.name}`);
    const why = await gate.run(projectRoot);
    if (why !== null) return `${gate.name}: ${why}`;
    console.log(`   passed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return null;
}

async function runTests(): Promise<ReturnType<typeof tally>> {
  const folder = path.join(projectRoot, "tests", ".out");
  const file = path.join(folder, "vitest.json");
  await mkdir(folder, { recursive: true });
  await rm(file, { force: true });
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  console.log("── tests");
  const exitCode = await runProgram(projectRoot, { name: "vitest", args });
  const text = await readFile(file, "utf8").catch(() => null);
  // vitest's own shape, of the version in the lock file
  return tally(text === null ? null : (JSON.parse(text) as TestReport), exitCode);
}
