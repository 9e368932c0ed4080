import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { ensureBrowserTools } from "./browser-tools.ts";

/** One check that the tests wait for. */
export interface Gate {
  name: string;
  /** Answers null where the project passes, else why not, in one line; what it found is already printed. */
  run: (root: string) => Promise<string | null>;
}

const pageFolders = ["shared/ui", "display", "ticket-station", "counter-panel", "manager-console", "phone"];
const codeFolders = ["shared", "server", ...pageFolders.slice(1), "tests", "tools"];

/** Its list of CSS properties ends in 2020, so it may not judge styles. */
const litAnalyzerOptions = ["--rules.no-invalid-css", "off", "--maxWarnings", "0", "--strict"];

/** The longest first; no other one needs what the build makes. */
export const gates: readonly Gate[] = [
  { name: "eslint", run: program("eslint", "--max-warnings", "0", ".") },
  { name: "types", run: program("tsc", "-p", ".") },
  { name: "types in old browsers", run: program("tsc", "-p", "tsconfig.browser.json") },
  { name: "prettier", run: program("prettier", "--check", "--log-level", "warn", ".") },
  { name: "lit-analyzer", run: program("lit-analyzer", ...pageFolders, ...litAnalyzerOptions) },
  { name: "import rules", run: program("depcruise", "--config", ".dependency-cruiser.cjs", ...codeFolders) },
  { name: "dead code", run: program("knip") },
  { name: "build", run: program("tsx", "tools/build.ts") },
  { name: "browser", run: () => Promise.resolve(ensureBrowserTools()) },
];

/** A gate that is a program among the project's own packages: it passes when the program exits with 0. */
function program(name: string, ...args: string[]): Gate["run"] {
  return async (root) => {
    const exitCode = await runProgram(root, { name, args });
    return exitCode === 0 ? null : `${name} found something to mend`;
  };
}

/** Runs one of the project's packages' programs to its end and answers its exit code, 1 if a signal ended it. */
export async function runProgram(
  root: string,
  { name, args }: { name: string; args: readonly string[] },
): Promise<number> {
  const file = path.join(root, "node_modules", ".bin", name);
  if (!existsSync(file)) throw new Error(`${name} is not installed: run npm ci`);
  const child = spawn(file, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      resolve(code ?? 1);
    });
  });
}
