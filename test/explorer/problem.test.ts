import { findReferenceRegions } from "reference-regions";
import { describe, expect, test } from "vitest";
import { catalogues } from "../../src/explorer/language/catalogues.js";
import { describeProblem } from "../../src/explorer/page/problem.js";
import { rawSpaceOf } from "../support/clusters.js";
import { readTree } from "../support/import-graph.js";

const thrown = (task: () => unknown): unknown => {
  try {
    return task();
  } catch (error) {
    return error;
  }
};

describe("a problem on the page", () => {
  const space = rawSpaceOf({ x: [1, 2, 3] });
  const [target, ...others] = space.regions.map(({ id }) => id) as [string, ...string[]];
  const nobody = thrown(() => findReferenceRegions(space, target, { exclude: { regions: others } }));

  test("is said in the language of the page", () => {
    expect(describeProblem(nobody, catalogues.en)).toMatch(/^No region is left that may be listed/);
    expect(describeProblem(nobody, catalogues.ru)).toMatch(/^Не осталось регионов/);
  });

  test("says itself where the page has no words for it", () => {
    const odd = thrown(() => findReferenceRegions(space, target, { count: -1 }));
    expect(describeProblem(odd, catalogues.ru)).toMatch(/^findReferenceRegions\.count: /);
    expect(describeProblem(new RangeError("constructor"), catalogues.ru)).toBe("constructor");
  });

  test("has the code of an error that the library throws", () => {
    const library = [...readTree("src")].filter(([path]) =>
      /^(?:reference|space|cluster|weight)\//.test(path),
    );
    const codes = Object.keys(catalogues.en.problems);
    expect(codes.filter((code) => !library.some(([, text]) => text.includes(`"${code}",`)))).toEqual([]);
  });
});
