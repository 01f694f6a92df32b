import {
  analyse,
  buildSpace,
  explainPair,
  findReferenceRegions,
  OptionsError,
  prepare,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";
import { bundledTable, makeTable } from "../support/tables.js";

const regions = [
  { code: "AT11", country: "AT", type: "rural" },
  { code: "AT12", country: "AT", type: "rural" },
  { code: "ES21", country: "ES", type: "urban" },
];
const prepared = prepare(makeTable({ age: [1, 2, 3], gdp: [5, 2, 3] }, { regions }));
const space = buildSpace(prepared);

describe("an unknown target", () => {
  it("is answered with the nearest known id", () => {
    const error = errorOf(() => findReferenceRegions(space, "AT13"));
    expect(error).toBeInstanceOf(OptionsError);
    expect(error.code).toBe("unknown-region");
    expect(error.message).toBe(
      'target: expected the id of a region of the space, got "AT13". Did you mean "AT11" or "AT12"?',
    );
  });

  it("is answered with known ids where none is near", () => {
    const message = 'expected the id of a region of the space, got "Hamburg". Known are AT11, AT12, ES21.';
    expect(messagesOf(() => findReferenceRegions(space, "Hamburg"))).toEqual([`target: ${message}`]);
    expect(messagesOf(() => explainPair(space, "AT11", "Hamburg"))).toEqual([`region: ${message}`]);
  });

  it("that is no text is answered like any other", () => {
    const missing = undefined as unknown as string;
    expect(messagesOf(() => findReferenceRegions(space, missing))).toEqual([
      "target: expected the id of a region of the space, got nothing. Known are AT11, AT12, ES21.",
    ]);
  });

  it("is answered with five ids of a long list", () => {
    const all = buildSpace(prepare(bundledTable("eu-nuts2")));
    expect(messagesOf(() => findReferenceRegions(all, "Moscow"))).toEqual([
      'target: expected the id of a region of the space, got "Moscow". Known are AT11, AT12, AT13, AT21, AT22 and 237 more.',
    ]);
  });

  it("rejects the whole analysis in the same words", async () => {
    const table = makeTable({ age: [1, 2, 3] }, { regions });
    await expect(analyse(table, "ES12")).rejects.toThrow(
      'target: expected the id of a region of the space, got "ES12". Did you mean "ES21"?',
    );
  });
});

describe("no eligible region left", () => {
  it.each([
    [
      "by excluding",
      "AT11",
      { exclude: { sameCountry: true, regions: ["ES21"] } },
      "1 same-country, 1 listed",
    ],
    ["by asking too much", "ES21", { only: { sameCountry: true } }, "2 not-same-country"],
    ["by an empty list", "ES21", { eligible: [] }, "2 not-eligible"],
    ["by a test that none passes", "ES21", { eligible: () => false }, "2 not-eligible"],
  ])("%s: is an error with the number left out for each reason", (_, target, options, reasons) => {
    const error = errorOf(() => findReferenceRegions(space, target, options));
    expect(error.code).toBe("no-eligible-region");
    expect(error.message).toBe(
      `findReferenceRegions (${target}): expected at least one eligible region, got none (${reasons}). Loosen exclude, only or eligible.`,
    );
  });

  it("for want of coverage: says so", () => {
    const table = makeTable({ age: [1, null, null], gdp: [null, 2, 3] }, { regions });
    expect(messagesOf(() => findReferenceRegions(buildSpace(prepare(table)), "AT11"))).toEqual([
      "findReferenceRegions (AT11): expected at least one eligible region, got none (2 low-coverage). Impute, or lower the space's minCoverage.",
    ]);
  });

  it("unknown ids and attributes of filters are listed all at once", () => {
    const options = {
      exclude: { regions: ["AT1"], attribute: { typ: ["rural"] } },
      only: { regions: ["XX"] },
      pin: ["ES12", "ES21"],
      eligible: ["Wien"],
    };
    expect(messagesOf(() => findReferenceRegions(space, "ES21", options))).toEqual([
      'exclude.regions: expected the id of a region of the space, got "AT1". Did you mean "AT11"?',
      'only.regions: expected the id of a region of the space, got "XX".',
      'pin: expected the id of a region of the space, got "ES12". Did you mean "ES21"?',
      'eligible: expected the id of a region of the space, got "Wien".',
      'pin: expected other regions than the target, got "ES21".',
      'exclude.attribute: expected an attribute of the regions (type), got "typ". Did you mean "type"?',
    ]);
  });
});

describe("weights", () => {
  const given = (indicators: Record<string, number>) => () =>
    weigh(prepared, { scheme: "given", indicators });

  it("below zero are refused, each with its path", () => {
    const error = errorOf(given({ age: -1, gdp: -0.5 }));
    expect(error.code).toBe("invalid-option");
    expect(error.issues.map(({ message }) => message)).toEqual([
      "weigh.indicators.age: expected a number of at least 0, got -1.",
      "weigh.indicators.gdp: expected a number of at least 0, got -0.5.",
    ]);
  });

  it("that are no finite numbers are refused", () => {
    expect(messagesOf(given({ age: Number.POSITIVE_INFINITY, gdp: Number.NaN }))).toEqual([
      "weigh.indicators.age: expected a finite number, got Infinity.",
      "weigh.indicators.gdp: expected a finite number, got NaN.",
    ]);
  });

  it("that are all zero are refused", () => {
    const error = errorOf(given({ age: 0, gdp: 0 }));
    expect(error.code).toBe("all-zero-weights");
    expect(error.message).toBe(
      "weigh: expected at least one weight above 0 on an indicator that tells regions apart, got none. Give one a positive weight.",
    );
  });

  it("for unknown ids are answered with the nearest known, and the ids left out are listed", () => {
    expect(messagesOf(given({ aeg: 1, gdp: 1, zzz: 1 }))).toEqual([
      'weigh.indicators: expected one of age, gdp, got "aeg". Did you mean "age"?',
      'weigh.indicators: expected one of age, gdp, got "zzz".',
      "weigh.indicators: expected a weight for each of the indicators, got none for age. Give 0 to leave one out.",
    ]);
  });

  it("for an unknown dimension are answered with the known ones", () => {
    expect(messagesOf(() => weigh(prepared, { scheme: "given", dimensions: { al: 1, all: 1 } }))).toEqual([
      'weigh.dimensions: expected one of all, got "al". Did you mean "all"?',
    ]);
  });

  it("under another scheme than given are refused", () => {
    expect(messagesOf(() => weigh(prepared, { indicators: { age: 1, gdp: 2 } }))).toEqual([
      'weigh.indicators: expected scheme "given" beside own weights, got "equal-by-dimension". Set scheme to "given".',
    ]);
  });
});
