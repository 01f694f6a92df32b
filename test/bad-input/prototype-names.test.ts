import {
  buildSpace,
  distanceBetween,
  findReferenceRegions,
  measureDistances,
  parseFramework,
  parsePlan,
  prepare,
  readRegionRows,
  readRegionsCsv,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { messagesOf } from "../support/problems.js";
import { makeFramework, makeTable } from "../support/tables.js";

const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];
/** An object with an own key of any name, as JSON.parse gives it. */
const keyed = (name: string, value: unknown) =>
  JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`);

const reserved = (use: string, name: string) =>
  `expected ${use}, got "${name}", which JavaScript reserves on every object. Rename it.`;
const framework = makeFramework({ indicators: ["age", "gdp"] });
const regions = [
  { code: "A", type: "x" },
  { code: "B", type: "y" },
  { code: "C", type: "y" },
];
const table = makeTable({ age: [1, 2, 4], gdp: [3, 1, 2] }, { regions });
const prepared = prepare(table);
const space = buildSpace(prepared);

describe.each(names)("the name %s is refused in words", (name) => {
  it("as a region id of a CSV text", () => {
    expect(messagesOf(() => readRegionsCsv(`code,age,gdp\n${name},1,2\nB,2,3\n`, framework))).toEqual([
      `line 2, column code (${name}): ${reserved("a region id", name)}`,
    ]);
  });

  it("as a region id of a long text", () => {
    const text = `code,indicator,value\n${name},age,1\n${name},gdp,1\nB,age,2\nB,gdp,2\n`;
    expect(messagesOf(() => readRegionsCsv(text, framework, { layout: "long" }))).toEqual([
      `line 2, column code (${name}): ${reserved("a region id", name)}`,
    ]);
  });

  it("as a header, of an attribute too", () => {
    expect(messagesOf(() => readRegionsCsv(`code,age,gdp,${name}\nA,1,2,x\nB,2,3,y\n`, framework))).toEqual([
      `line 1, column ${name}: ${reserved("a column header", name)}`,
    ]);
  });

  it("as a key of a row", () => {
    const rows = [
      { code: "A", age: 1, gdp: 2, ...keyed(name, "x") },
      { code: "B", age: 2, gdp: 3 },
    ];
    // A spread keeps an own __proto__; the check below would be empty if it did not.
    expect(Object.hasOwn(rows[0]!, name)).toBe(true);
    expect(messagesOf(() => readRegionRows(rows, framework))).toEqual([
      `column ${name}: ${reserved("a column header", name)}`,
    ]);
  });

  it("as an id of an indicator, a dimension, an element or a composition", () => {
    const document = {
      schemaVersion: 1,
      id: "own",
      name: "Own",
      dimensions: [{ id: name, name: "D", elements: [{ id: name, name: "E" }] }],
      compositions: [{ id: name }],
      indicators: [
        { id: name, name: "I", dimension: name, element: name, role: "structural", composition: name },
      ],
    };
    expect(messagesOf(() => parseFramework(document))).toEqual([
      `dimensions[0].id: ${reserved("an id for the dimension", name)}`,
      `dimensions[0].elements[0].id: ${reserved("an id for the element", name)}`,
      `compositions[0].id: ${reserved("an id for the composition", name)}`,
      `indicators[0].id: ${reserved("an id for the indicator", name)}`,
    ]);
  });

  it("as a target", () => {
    const unknown = `expected the id of a region of the space, got "${name}". Known are A, B, C.`;
    expect(messagesOf(() => findReferenceRegions(space, name))).toEqual([`target: ${unknown}`]);
    expect(messagesOf(() => distanceBetween(measureDistances(space), "A", name))).toEqual([
      `region: ${unknown}`,
    ]);
  });

  it("as an id in a filter", () => {
    const options = { exclude: { regions: [name] }, pin: [name], eligible: [name] };
    expect(messagesOf(() => findReferenceRegions(space, "A", options))).toEqual(
      ["exclude.regions", "pin", "eligible"].map(
        (path) => `${path}: expected the id of a region of the space, got "${name}".`,
      ),
    );
  });

  it("as a preset", () => {
    expect(messagesOf(() => parsePlan(name))).toEqual([
      `plan: expected one of orkestra, balanced or a plan document, got "${name}".`,
    ]);
  });

  it("as a mapped column that is not there", () => {
    const text = "code,age,gdp\nA,1,2\nB,2,3\n";
    expect(messagesOf(() => readRegionsCsv(text, framework, { columns: { country: name } }))).toEqual([
      `line 1: expected a column "${name}", got code, age, gdp. Add it, or say in the option columns which column it is.`,
    ]);
  });
});

describe.each(names.filter((name) => name !== "__proto__"))("the key %s is unknown", (name) => {
  it("among weights", () => {
    const indicators = { age: 1, gdp: 1, ...keyed(name, 1) };
    expect(messagesOf(() => weigh(prepared, { scheme: "given", indicators }))).toEqual([
      `weigh.indicators: expected one of age, gdp, got "${name}".`,
    ]);
  });

  it("among the indicators of prepare", () => {
    expect(messagesOf(() => prepare(table, { indicators: keyed(name, { treat: "none" }) }))).toEqual([
      `prepare.indicators.${name}: expected a structural indicator of the framework, got "${name}".`,
    ]);
  });

  it("among attributes", () => {
    const options = { exclude: { attribute: keyed(name, ["x"]) } };
    expect(messagesOf(() => findReferenceRegions(space, "A", options))).toEqual([
      `exclude.attribute: expected an attribute of the regions (type), got "${name}".`,
    ]);
  });
});

describe("an own key __proto__ is never passed over", () => {
  const proto = (value: unknown) => keyed("__proto__", value);
  const text = "code,n,age,gdp\nA,a,1,2\nB,b,2,3\n";

  it.each<[string, () => unknown]>([
    ["weigh.indicators", () => weigh(prepared, { scheme: "given", indicators: proto(1) })],
    ["prepare.indicators", () => prepare(table, { indicators: proto({ treat: "none" }) })],
    [
      "prepare.normalise.bounds",
      () => prepare(table, { normalise: { method: "goalposts", bounds: proto([0, 1]) } }),
    ],
    [
      "findReferenceRegions.exclude.attribute",
      () => findReferenceRegions(space, "A", { exclude: { attribute: proto(["x"]) } }),
    ],
    ["readRegionsCsv.columns.name", () => readRegionsCsv(text, framework, { columns: { name: proto("n") } })],
    ["readRegionsCsv", () => readRegionsCsv(text, framework, proto("x"))],
    ["plan.weigh.dimensions", () => parsePlan({ weigh: { scheme: "given", dimensions: proto(1) } })],
    ["name", () => parseFramework({ ...framework, name: proto("x") })],
    [
      "indicators[0].name",
      () => parseFramework({ ...framework, indicators: [{ ...framework.indicators[0], name: proto("x") }] }),
    ],
  ])("in %s", (path, run) => {
    expect(messagesOf(run)).toEqual([`${path}: unknown key "__proto__". Remove or rename.`]);
  });
});
