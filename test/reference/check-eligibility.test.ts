import {
  buildSpace,
  findReferenceRegions,
  OptionsError,
  prepare,
  type ReferenceOptions,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable } from "../support/tables.js";

const regions = [
  { code: "ES21", country: "ES", lat: 43, lon: -2, size: "large" },
  { code: "ES22", country: null, lat: null, lon: null, size: "small" },
  { code: "FR10", country: "FR", lat: 48, lon: 2, size: "large" },
];
const space = buildSpace(prepare(makeTable({ x: [1, 2, 3] }, { regions })));

function problems(options: object, target = "ES21"): string[] {
  try {
    findReferenceRegions(space, target, options as ReferenceOptions);
  } catch (error) {
    expect(error).toBeInstanceOf(OptionsError);
    return (error as OptionsError).issues.map(({ message }) => message);
  }
  throw new Error("expected an OptionsError, got none");
}

describe("filters that cannot be applied", () => {
  it("name unknown regions, wherever they stand, with the nearest known id, all at once", () => {
    const options = {
      exclude: { regions: ["FR1O"] },
      only: { regions: ["FR10", "XX99"] },
      pin: ["ES23"],
      eligible: ["ES2"],
    };
    expect(problems(options)).toEqual([
      'exclude.regions: expected the id of a region of the space, got "FR1O". Did you mean "FR10"?',
      'only.regions: expected the id of a region of the space, got "XX99".',
      'pin: expected the id of a region of the space, got "ES23". Did you mean "ES21"?',
      'eligible: expected the id of a region of the space, got "ES2". Did you mean "ES21"?',
    ]);
  });

  it("pin the target to its own list", () => {
    expect(problems({ pin: ["ES21"] })).toEqual(['pin: expected other regions than the target, got "ES21".']);
  });

  it("ask for the country or the place of a target that has none", () => {
    expect(problems({ exclude: { sameCountry: true, withinKilometres: 100 } }, "ES22")).toEqual([
      "exclude.sameCountry (ES22): expected the target's country, got none in the table. Give the regions a country.",
      "exclude.withinKilometres (ES22): expected the target's latitude and longitude, got none in the table. Give its place.",
    ]);
  });

  it("ask for an attribute that there is not", () => {
    expect(problems({ only: { attribute: { sizes: ["large"] } } })).toEqual([
      'only.attribute: expected an attribute of the regions (size), got "sizes". Did you mean "size"?',
    ]);
  });

  it("ask for nested regions where no attribute holds the containing region", () => {
    expect(problems({ exclude: { nested: true } })).toEqual([
      'exclude.nested: expected an attribute of the regions (size), got "parent". Name the attribute that holds the containing region, { parent: "..." }, or set "code-prefix".',
    ]);
    expect(problems({ exclude: { nested: { parent: "nuts1" } } })[0]).toContain('got "nuts1"');
  });

  it("have keys or values of the wrong kind", () => {
    expect(problems({ exclude: { country: "ES" } })[0]).toContain(
      'findReferenceRegions.exclude: unknown key "country"',
    );
    expect(problems({ exclude: { withinKilometres: -1 } })[0]).toContain(
      "findReferenceRegions.exclude.withinKilometres: expected a number of at least 0, got -1.",
    );
    expect(problems({ exclude: { attribute: { size: "large" } } })[0]).toContain("expected a list");
    expect(problems({ exclude: { nested: "prefix" } })[0]).toContain("findReferenceRegions.exclude.nested");
  });
});
