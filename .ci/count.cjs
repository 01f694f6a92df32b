// Prints "N passed, N failed" from vitest's JSON report; fails if there is no report, no test, or a failure.
const { readFileSync } = require("node:fs");

let report;
try {
  report = JSON.parse(readFileSync(process.argv[2], "utf8"));
} catch (error) {
  console.error(`vitest left no report: ${error.message}`);
  process.exit(1);
}
const { success, numPassedTests: passed, numFailedTests, testResults } = report;
// A file that could not be loaded has no test to count; it counts as one that failed.
const broken = testResults.filter(
  (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
);
const failed = numFailedTests + broken.length;
const skipped = report.numPendingTests + report.numTodoTests;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = success && failed === 0 && passed > 0 ? 0 : 1;
