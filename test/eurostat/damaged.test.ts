import { DataError } from "reference-regions";
import { describe, expect, test } from "vitest";
import { readEurostatTsv, readJsonStat, readSdmxCsv } from "../../src/eurostat/index.js";
import fc from "../support/fast-check.js";
import { anyObservations, asJsonStat, asSdmxCsv, asTsv } from "./write.js";

const RUNS = { numRuns: 10_000 };

/** A result or a typed error that says what to do; nothing else may come of any input. */
function survives(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    if (error.issues.length === 0 || !error.issues.every(({ message }) => /expected .+, got /s.test(message)))
      throw new Error(`no sentence: ${error.message}`);
  }
}

/** A few pieces cut out, doubled, or put in, anywhere. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(12),
    put: fc.oneof(
      fc.constantFrom(
        "",
        "\t",
        ",",
        "\n",
        "\r",
        '"',
        ":",
        "\\",
        "\ufffd",
        "\0",
        "1e999",
        "--",
        "__proto__",
        "geo",
        "é",
        "{",
        "[",
      ),
      fc.string({ maxLength: 6 }),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(text: string, pieces: Damage): string {
  return pieces.reduce((whole, { at, cut, put }) => {
    const start = Math.floor(at * whole.length);
    return whole.slice(0, start) + put + whole.slice(start + cut);
  }, text);
}

test.each([
  ["version", { toString: 1 }],
  ["class", { toJSON: 1 }],
])("readJsonStat names an odd %s", (name, odd) => {
  const set = { ...asJsonStat({ dimensions: [], observations: [] }, "dense"), [name]: odd };
  expect(() => readJsonStat(set)).toThrow(`${name}: expected`);
});

describe("10,000 damaged inputs give a result or a DataError:", () => {
  test.each([
    ["readEurostatTsv", asTsv, readEurostatTsv],
    ["readSdmxCsv", asSdmxCsv, readSdmxCsv],
    [
      "readJsonStat, as text",
      (data: never) =>
        JSON.stringify(
          asJsonStat(data, (data as { observations: [] }).observations.length % 2 ? "dense" : "sparse"),
        ),
      readJsonStat,
    ],
  ] as const)("%s", (_, write, read) => {
    fc.assert(
      fc.property(anyObservations, damage, (data, pieces) =>
        survives(() => read(damaged(write(data as never), pieces))),
      ),
      RUNS,
    );
  });

  test("readJsonStat, with parts of the document replaced", () => {
    const odd = fc.oneof(
      fc.constantFrom(
        null,
        undefined,
        -1,
        0.5,
        1e9,
        1e300,
        "",
        "geo",
        "__proto__",
        [],
        {},
        [null],
        [1],
        { index: 1 },
        [["geo"]],
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const places = [
      "version",
      "class",
      "id",
      "size",
      "dimension",
      "value",
      "status",
      "role",
      "error",
    ] as const;
    const inner = ["geo", "time", "unit", "category", "index", "label", "0", "1", "99"] as const;
    fc.assert(
      fc.property(
        anyObservations,
        fc.array(
          fc.record({
            place: fc.constantFrom(...places),
            path: fc.array(fc.constantFrom(...inner), { maxLength: 3 }),
            odd,
          }),
          {
            minLength: 1,
            maxLength: 2,
          },
        ),
        (data, changes) => {
          const set = structuredClone(asJsonStat(data, "sparse"));
          for (const { place, path, odd: value } of changes) put(set, [place, ...path], value);
          survives(() => readJsonStat(set));
        },
      ),
      RUNS,
    );
  });

  test("anything at all in place of the input", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const read of [readEurostatTsv, readSdmxCsv, readJsonStat]) survives(() => read(value as never));
      }),
    );
  });
});

function put(root: { [key: string]: unknown }, path: readonly string[], value: unknown): void {
  let at = root;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    if (typeof next !== "object" || next === null) return;
    at = next as { [key: string]: unknown };
  }
  at[path.at(-1)!] = value;
}

test("an honest input with one figure that is none is never read without it", () => {
  expect(() => readEurostatTsv("geo\\time\t2020\nAT\t12,3\n")).toThrow(DataError);
});
