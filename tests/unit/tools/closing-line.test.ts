import { describe, expect, it } from "vitest";
import { type TestReport, closingLine, tally } from "../../../tools/closing-line.ts";

const allPassed: TestReport = {
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: "passed", assertionResults: [{}] }],
};

describe("the closing line", () => {
  it("says how many passed and failed", () => {
    expect(closingLine({ passed: 12, failed: 3, skipped: 0 })).toBe("12 passed, 3 failed");
  });

  it("names skipped tests only where there are some", () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 2 })).toBe("12 passed, 0 failed, 2 skipped");
  });
});

describe("the tally of a run", () => {
  it("counts what the report counts", () => {
    expect(tally({ ...allPassed, numFailedTests: 2, numPendingTests: 1, numTodoTests: 3 }, 1)).toEqual({
      passed: 12,
      failed: 2,
      skipped: 4,
    });
  });

  it("has no failure where all passed and the run ended well", () => {
    expect(tally(allPassed, 0)).toEqual({ passed: 12, failed: 0, skipped: 0 });
  });

  it("counts a file that broke before its first test as one failure", () => {
    const broken = { status: "failed", assertionResults: [] };
    expect(tally({ ...allPassed, testResults: [...allPassed.testResults, broken] }, 1).failed).toBe(1);
  });

  it("does not count a file twice whose failed tests are counted already", () => {
    const withFailure = { status: "failed", assertionResults: [{}] };
    expect(tally({ ...allPassed, numFailedTests: 1, testResults: [withFailure] }, 1).failed).toBe(1);
  });

  it("fails a run that ended badly though every test passed", () => {
    expect(tally(allPassed, 1).failed).toBe(1);
  });

  it("fails a run that left no report", () => {
    expect(tally(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
