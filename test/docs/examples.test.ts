import { readFileSync } from "node:fs";
import * as core from "reference-regions";
import { describe, expect, test } from "vitest";
import * as chart from "../../src/chart/index.js";
import * as eurostat from "../../src/eurostat/index.js";
import * as explorer from "../../src/explorer/index.js";
import * as report from "../../src/report/index.js";
import * as schemas from "../../src/schemas/index.js";
import { countAssertions, docExamples, runExample } from "../support/doc-examples.js";
import { readTree } from "../support/import-graph.js";

const library = { ...core, ...report, ...chart, ...explorer, ...eurostat, ...schemas };
const { buildSpace, parseFramework, prepare, readRegionsCsv } = library;
const examples = docExamples("src");

const csv = readFileSync("fixtures/eu-nuts2/regions.csv", "utf8");
const framework = parseFramework(JSON.parse(readFileSync("fixtures/eu-nuts2/framework.json", "utf8")));
const table = readRegionsCsv(csv, framework);
const prepared = prepare(table);
const space = buildSpace(prepared);
const scope = { ...library, framework, csv, table, prepared, space };

describe("the examples in the doc comments hold", () => {
  test.each(examples.map((example) => [example.of, example.place, example] as const))(
    "%s (%s)",
    async (_, __, example) => {
      expect(countAssertions(example.code)).toBeGreaterThan(0);
      await runExample(example, scope, (actual, expected, place) =>
        expect(actual, place).toStrictEqual(expected),
      );
    },
  );
});

test("no example of a doc comment is passed over", () => {
  const written = [...readTree("src").values()].join("").split("@example").length - 1;
  expect(examples).toHaveLength(written);
});

const functions = Object.entries(library)
  .filter(([, value]) => typeof value === "function" && !(value.prototype instanceof Error))
  .map(([name]) => name);

describe("every exported function has an example", () => {
  test.each(functions)("%s", (name) => {
    expect(examples.map((one) => one.of)).toContain(name);
  });
});

describe("the runner of examples", () => {
  const run = (code: string): Promise<void> =>
    runExample({ place: "here", of: "one", code }, { one: 1 }, (actual, expected) =>
      expect(actual).toEqual(expected),
    );

  test("fails where a value does not hold", async () => {
    await run("one + 1; // => 2");
    await expect(run("one + 1; // => 3")).rejects.toThrow();
  });

  test("waits for promises, and lets an example hide a name", async () => {
    await run("const one = Promise.resolve({ a: [2] });\none; // => { a: [2] }");
  });

  test("sees which blocks assert nothing", () => {
    expect(countAssertions("const two = one + 1;\n// => 2")).toBe(0);
  });
});
