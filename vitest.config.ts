import { defineConfig } from "vitest/config";

/** Nothing is replaced in a module for a test, so that files may share what is loaded: a third of the time is loading. */
const sharing = { isolate: false };

/** These wait for little but the processor, so every core may take a file. */
const sideBySide = { ...sharing, maxWorkers: "100%" };

/** These wait for their pages more than they work: two at once take little more than half the time. */
const twoAtATime = { ...sharing, maxWorkers: 2, hookTimeout: 60_000 };

/** These load the machine by themselves: two at once would only slow each other. */
const oneAtATime = { fileParallelism: false, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["tests/unit/**/*.test.ts"], ...sideBySide, testTimeout: 10_000 } },
      { test: { name: "contract", include: ["tests/contract/**/*.test.ts"], ...sideBySide, testTimeout: 20_000 } },
      { test: { name: "browser", include: ["tests/browser/**/*.test.ts"], ...twoAtATime, testTimeout: 60_000 } },
      { test: { name: "faults", include: ["tests/faults/**/*.test.ts"], ...oneAtATime, testTimeout: 300_000 } },
    ],
  },
});
