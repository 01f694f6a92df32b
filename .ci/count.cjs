// Prints "N passed, N failed" from vitest's JSON reports, summed; fails if a report is missing or without a test, or a test failed.
const { readFileSync } = require("node:fs");

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const path of process.argv.slice(2)) {
  const { passed, failed, skipped } = count(path);
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
}
if (sum.skipped > 0) console.log(`${sum.skipped} skipped: they want data that are not in the repository`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

/** What tells of no test counts as one that failed: a run without a report or a test, a file that could not be loaded. */
function count(path) {
  let report;
  try {
    report = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    console.error(`vitest left no report: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const { success, numPassedTests: passed, numFailedTests, testResults } = report;
  const broken = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = numFailedTests + broken.length;
  const silent = failed === 0 && (!success || passed === 0);
  if (silent) console.error(`vitest did not succeed, though no test failed: ${path}`);
  return { passed, failed: failed + (silent ? 1 : 0), skipped: report.numPendingTests + report.numTodoTests };
}
