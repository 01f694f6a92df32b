import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runNode } from "../support/run-in-project.js";

const folder = "node_modules/reference-regions/dist/examples";
const rankOf = /^ {0,3}(\d+) {2}/;

function ranks(printed: string): number[] {
  return printed
    .split("\n")
    .flatMap((line) => rankOf.exec(line)?.[1] ?? [])
    .map(Number);
}

test("the shipped example finds the reference regions of ES21 in the bundled data", () => {
  const printed = runNode([`${folder}/find-reference-regions.js`]);
  expect(printed).toMatch(/^Reference regions of .+ \(ES21\)\n/);
  expect(ranks(printed)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

test("the shipped example takes a region, a count and the wish for other countries", () => {
  const printed = runNode([
    `${folder}/find-reference-regions.js`,
    "ITH2",
    "--count",
    "10",
    "--exclude-same-country",
  ]);
  expect(ranks(printed)).toHaveLength(10);
  expect(printed).not.toMatch(/^ *\d+ {2}IT/m);
});

test("the shipped example answers a misspelt region with the nearest id, and fails", () => {
  expect(() => runNode([`${folder}/find-reference-regions.js`, "ES2l"])).toThrow(
    /ended with 1:\n.*Did you mean "ES21"/s,
  );
});

test("the shipped example of an own method runs", () => {
  expect(runNode([`${folder}/own-method.js`])).toContain("RU-TA");
});

test("the shipped example prints the type of the target, its mates and the neighbours of other types", () => {
  const printed = runNode([`${folder}/find-reference-regions.js`, "ES21"]);
  expect(printed).toMatch(/^Type \(8 types of 234 regions by k-means\)$/m);
  expect(printed).toMatch(
    /^ES21 is one of \d+ regions of type \d of 8; \d+ of its 20 reference regions share the type\.$/m,
  );
  expect(printed).toMatch(/^Mates: BE21, .*\bES12\b/m);
  expect(printed).toMatch(/^Reference regions of other types: ES22 \(1\)/m);
});

test("the shipped example leaves the types out on request", () => {
  expect(runNode([`${folder}/find-reference-regions.js`, "ES21", "--types", "0"])).not.toContain("Mates:");
});

test("the shipped example of types prints a table of them, by any method", () => {
  const printed = runNode([`${folder}/typology.js`, "--types", "5", "--method", "ward"]);
  expect(printed).toMatch(/^Types of regions: 5 by ward$/m);
  expect(printed.match(/^Type \d: /gm)).toHaveLength(5);
  expect(printed).toMatch(/^15 {2}/m);
});

test("the shipped example of a report writes everything into a folder", () => {
  const out = mkdtempSync(join(tmpdir(), "reference-regions-report-"));
  try {
    const printed = runNode([`${folder}/full-report.js`, "ITC4", "--language", "ru", "--out", out]);
    const written = readdirSync(out).sort();
    expect(written).toEqual([
      "benchmark.csv",
      "certainty.csv",
      "contributions.csv",
      "reference-regions.csv",
      "reference-regions.geojson",
      "report.json",
      "report.md",
      "types.csv",
    ]);
    for (const name of written) expect(printed).toContain(`${join(out, name)}: `);
    const report = readFileSync(join(out, "report.md"), "utf8");
    expect(report).toMatch(/^# Референтные регионы: Lombardia \(ITC4\)\n/);
    expect(JSON.parse(readFileSync(join(out, "report.json"), "utf8")).target.id).toBe("ITC4");
  } finally {
    rmSync(out, { recursive: true });
  }
});

test("the shipped example writes the explorer, small enough to be mailed", () => {
  const home = mkdtempSync(join(tmpdir(), "explorer-"));
  const file = join(home, "explorer.html");
  const printed = runNode([`${folder}/explorer.js`, "--out", file, "--language", "ru", "--title", "<Ours>"]);
  const page = readFileSync(file, "utf8");
  rmSync(home, { recursive: true });
  const [, whole, zipped] = /: (\d+) kB, (\d+) kB gzipped/.exec(printed)!.map(Number);
  expect(whole).toBeLessThan(1_200);
  expect(zipped).toBeLessThan(400);
  expect(page).toContain('<html lang="ru">');
  expect(page).toContain("<title>&lt;Ours&gt;</title>");
});
