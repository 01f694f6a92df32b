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
