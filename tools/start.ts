import { spawn } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";
import { buildParts, staleParts } from "./build-parts.ts";
import { projectRoot } from "./project.ts";

await buildParts(projectRoot, await staleParts(projectRoot));

const hub = spawn(
  process.execPath,
  [path.join(projectRoot, "dist", "server", "main.js"), "--demo", ...process.argv.slice(2)],
  { stdio: "inherit" },
);

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
  process.on(signal, () => {
    // Ctrl-C in a terminal reaches the hub by itself; a second one would look like impatience.
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    hub.kill(signal);
  });
}

hub.on("error", (error) => {
  console.error(`the hub could not be started: ${error.message}`);
  process.exitCode = 1;
});
hub.on("exit", (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
});
