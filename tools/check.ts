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

/** Two at a time, as many as the least machine has cores; each still says for itself what it found. */
async function firstFailingGate(): Promise<string | null> {
  const left = [...gates];
  const failed: string[] = [];
  const worker = async (): Promise<void> => {
    for (let gate = left.shift(); gate && failed.length === 0; gate = left.shift()) {
      const started = performance.now();
      const why = await gate.run(projectRoot);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`── ${gate.name} ${why === null ? "passed" : "failed"} in ${seconds} s`);
      if (why !== null) failed.push(`${gate.name}: ${why}`);
    }
  };
  await Promise.all([worker(), worker()]);
  return failed[0] ?? null;
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
