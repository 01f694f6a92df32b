import { describe, expect, test } from "vitest";
import { fewestSelections } from "../../../src/eurostat/download/fewest-selections.js";
import { type Query, splitQuery, type Wanted } from "../../../src/eurostat/download/query.js";
import fc from "../../support/fast-check.js";

const universe: Wanted = { nace: ["A", "B", "C"], sex: ["F", "M"], unit: ["NR", "PC"] };

/** The cells that a selection names, in a table with these codes. */
function cellsOf(select: Wanted): string[] {
  return Object.keys(universe).reduce<string[]>(
    (cells, name) =>
      cells.flatMap((cell) => (select[name] ?? universe[name]!).map((code) => `${cell} ${code}`)),
    [""],
  );
}

const anySelection: fc.Arbitrary<Wanted> = fc
  .record(
    Object.fromEntries(
      Object.entries(universe).map(([name, codes]) => [name, fc.subarray([...codes], { minLength: 1 })]),
    ),
    { requiredKeys: [] },
  )
  .map((given) => ({ ...given }) as Wanted);

describe("fewestSelections", () => {
  test("joins what differs in one dimension, drops what is held by another, and leaves the rest apart", () => {
    const share = [
      { unit: ["NR"], nace: ["A"] },
      { unit: ["NR"], nace: ["B"] },
    ];
    expect(fewestSelections(share)).toEqual([{ unit: ["NR"], nace: ["A", "B"] }]);
    expect(fewestSelections([{ unit: ["NR"], nace: ["A"] }, { unit: ["NR"] }])).toEqual([{ unit: ["NR"] }]);
    const apart = [
      { unit: ["NR"], nace: ["A"] },
      { unit: ["PC"], nace: ["B"] },
    ];
    expect(fewestSelections(apart)).toEqual(apart);
    expect(fewestSelections([...apart, { unit: ["NR"], nace: ["B"] }])).toHaveLength(2);
  });

  test("names exactly the cells that were named, in no more selections", () => {
    fc.assert(
      fc.property(fc.array(anySelection, { minLength: 1, maxLength: 6 }), (selections) => {
        const fewest = fewestSelections(selections);
        const cells = (list: readonly Wanted[]) => [...new Set(list.flatMap(cellsOf))].sort();
        expect(cells(fewest)).toEqual(cells(selections));
        expect(fewest.length).toBeLessThanOrEqual(selections.length);
      }),
    );
  });
});

describe("splitQuery", () => {
  const query = (select: Wanted, rest: Partial<Query> = {}): Query => ({
    dataset: "x",
    select,
    geoLevels: ["nuts2"],
    time: undefined,
    ...rest,
  });

  test("divides the longest of the lists", () => {
    const halves = (one: Query) =>
      splitQuery(one)!.map(({ select, geoLevels, time }) => ({ select, geoLevels, time }));
    expect(halves(query({ a: ["1", "2", "3"], b: ["1", "2"] })).map(({ select }) => select)).toEqual([
      { a: ["1", "2"], b: ["1", "2"] },
      { a: ["3"], b: ["1", "2"] },
    ]);
    expect(halves(query({}, { geoLevels: ["nuts1", "nuts2"] })).map(({ geoLevels }) => geoLevels)).toEqual([
      ["nuts1"],
      ["nuts2"],
    ]);
    expect(halves(query({}, { time: { since: 2018, until: 2022 } })).map(({ time }) => time)).toEqual([
      { since: 2018, until: 2020 },
      { since: 2021, until: 2022 },
    ]);
    expect(halves(query({}, { time: [2018, 2020] })).map(({ time }) => time)).toEqual([[2018], [2020]]);
  });

  test.each([{ since: 2018 }, { latest: 5 }, 2020, undefined, { since: 2020, until: 2020 }])(
    "divides nothing where there is one of each, and %j",
    (time) => {
      expect(splitQuery(query({ a: ["1"] }, { time }))).toBeNull();
    },
  );

  test("leaves no cell out, and asks for none twice", () => {
    fc.assert(
      fc.property(anySelection, (select) => {
        const parts: Query[] = [];
        const whole = (one: Query): void => {
          const halves = splitQuery(one);
          if (halves === null) parts.push(one);
          else halves.forEach(whole);
        };
        whole(query(select));
        expect(parts.flatMap((one) => cellsOf(one.select)).sort()).toEqual(cellsOf(select).sort());
      }),
    );
  });
});
