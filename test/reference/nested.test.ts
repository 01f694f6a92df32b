import { buildSpace, findReferenceRegions, prepare, type RegionFilter } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable, type RegionSpec } from "../support/tables.js";

/** The regions that are left out of the list of a target. */
function leftOut(regions: readonly RegionSpec[], target: string, nested: RegionFilter["nested"]): string[] {
  const table = makeTable({ x: regions.map((_, i) => i) }, { regions });
  const { excluded } = findReferenceRegions(buildSpace(prepare(table)), target, { exclude: { nested } });
  return excluded.map(({ id }) => id);
}

describe("nested regions, by code", () => {
  const codes = ["ES", "ES2", "ES21", "ES211", "ES22", "FR1"];

  it("are those whose code begins with the target's, and those that the target's begins with", () => {
    expect(leftOut(codes, "ES2", "code-prefix")).toEqual(["ES", "ES21", "ES211", "ES22"]);
    expect(leftOut(codes, "ES21", "code-prefix")).toEqual(["ES", "ES2", "ES211"]);
  });

  it("are asked for by name, for codes that only look alike would be taken for nested", () => {
    // Altai Krai does not lie in the Altai Republic.
    expect(leftOut(["RU-AL", "RU-ALT", "RU-TA"], "RU-AL", "code-prefix")).toEqual(["RU-ALT"]);
  });
});

describe("nested regions, by parent", () => {
  const region = (code: string, parent: string | null, nuts1: string | null = null) => ({
    code,
    parent,
    nuts1,
  });
  const tree = [
    region("ES", null),
    region("ES2", "ES", "ES2"),
    region("ES21", "ES2", "ES2"),
    region("ES211", "ES21"),
    region("ES22", "ES2", "ES2"),
    region("FR1", null),
    region("FR10", "FR1"),
  ];

  it("are all that contain the target and all that lie inside it, through the chain of parents", () => {
    expect(leftOut(tree, "ES21", true)).toEqual(["ES", "ES2", "ES211"]);
    expect(leftOut(tree, "ES", true)).toEqual(["ES2", "ES21", "ES211", "ES22"]);
    expect(leftOut(tree, "ES211", true)).toEqual(["ES", "ES2", "ES21"]);
  });

  it("are not its sisters", () => {
    expect(leftOut(tree, "FR10", true)).toEqual(["FR1"]);
    expect(leftOut(tree, "ES22", true)).not.toContain("ES21");
  });

  it("are told by another attribute on request", () => {
    expect(leftOut(tree, "ES21", { parent: "nuts1" })).toEqual(["ES2"]);
  });

  it("are not told by codes that look alike", () => {
    const altai = [region("RU-AL", "RU"), region("RU-ALT", "RU"), region("RU-TA", "RU")];
    expect(leftOut(altai, "RU-AL", { parent: "parent" })).toEqual([]);
    expect(leftOut(altai, "RU-ALT", true)).toEqual([]);
  });

  it("may have a parent that is no region of the table", () => {
    expect(leftOut([region("A", "X"), region("B", "X"), region("C", "A")], "A", true)).toEqual(["C"]);
  });

  it("may be their own parent, or go round in a circle, without an end", () => {
    const circle = [
      region("A", "B"),
      region("B", "C"),
      region("C", "A"),
      region("D", "D"),
      region("E", null),
    ];
    expect(leftOut(circle, "A", true)).toEqual(["B", "C"]);
    expect(leftOut(circle, "D", true)).toEqual([]);
  });

  it("may have numbers for codes", () => {
    const numbers = [
      { code: 1, parent: null },
      { code: 11, parent: 1 },
      { code: 2, parent: null },
    ].map(({ code, parent }) => ({ code: code as unknown as string, parent }));
    expect(leftOut(numbers, "1", true)).toEqual(["11"]);
  });
});
