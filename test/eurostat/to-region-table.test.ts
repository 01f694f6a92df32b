import { DataError, OptionsError, parseFramework } from "reference-regions";
import { describe, expect, test } from "vitest";
import { readEurostatTsv, toRegionTable } from "../../src/eurostat/index.js";

const frameworkOf = (...sources: (object | undefined)[]) =>
  parseFramework({
    schemaVersion: 1,
    id: "own",
    name: "Own",
    dimensions: [{ id: "all", name: "All" }],
    indicators: sources.map((from, i) => ({
      id: `i${i}`,
      name: `I${i}`,
      dimension: "all",
      role: "structural",
      ...(from === undefined ? {} : { from }),
    })),
  });

const jobs = readEurostatTsv(
  [
    "unit,nace,geo\\time\t2019\t2020\t2021",
    "THS,A,ES21\t10\t20 u\t30",
    "THS,B,ES21\t1\t2\t3 p",
    "THS,T,ES21\t100\t200\t300",
    "THS,A,ES22\t40\t50\t: c",
    "THS,B,ES22\t4\t5\t6",
    "THS,T,ES22\t80\t100\t120",
    "THS,A,ES2\t1\t1\t1",
    "THS,T,ES2\t1\t1\t1",
    "THS,A,ESZZ\t1\t1\t1",
  ].join("\n"),
);
const people = readEurostatTsv("geo\\time\t2020\t2021\nES21\t1000\t2000\nES22\t500\t500\n");
const data = { jobs, people };
const a = { dataset: "jobs", select: { nace: "A" } };

describe("toRegionTable", () => {
  const columns = (source: object, options?: object) =>
    toRegionTable(data, frameworkOf(source), options).columns.i0;

  test("takes the year asked for, or the latest", () => {
    expect(columns(a, { year: 2020 })).toEqual([20, 50]);
    expect(columns(a, { year: 2021, maxAge: 1 })).toEqual([30, 50]);
    expect(columns(a, { maxAge: 1 })).toEqual([30, 50]);
  });

  test("adds, shares, divides, averages and measures growth", () => {
    expect(columns({ dataset: "jobs", select: { nace: ["A", "B"] } }, { year: 2020 })).toEqual([22, 55]);
    expect(columns({ ...a, derive: { share: { select: { nace: "T" } } } }, { year: 2020 })).toEqual([10, 50]);
    const perHead = { ratio: { dataset: "people", select: {} }, times: 1000 };
    expect(columns({ ...a, derive: perHead }, { year: 2020 })).toEqual([20, 100]);
    expect(columns({ ...a, derive: { average: 2 } }, { year: 2020 })).toEqual([15, 45]);
    expect(columns({ ...a, derive: { growth: 1 } }, { year: 2020 })).toEqual([100, 25]);
  });

  test("keeps where each figure came from, and says what is older or flagged", () => {
    const { stories, notes, regions } = toRegionTable(
      data,
      frameworkOf({ dataset: "jobs", select: { nace: ["A", "B"] } }),
      {
        maxAge: 1,
      },
    );
    expect(regions.map(({ id, country }) => [id, country])).toEqual([
      ["ES21", "ES"],
      ["ES22", "ES"],
    ]);
    expect(stories).toEqual({
      i0: [
        { year: 2021, flag: "p" },
        { year: 2020, flag: null },
      ],
    });
    expect(notes.map(({ code }) => code)).toEqual(["older-figures", "flagged-figures"]);
  });

  test("states the years of the figures in the framework of the table, where the framework states none", () => {
    const own = frameworkOf(a, { dataset: "people", select: {} }, { dataset: "jobs", select: { nace: "T" } });
    const [i0, i1, i2] = own.indicators;
    const stated = { ...own, indicators: [i0!, i1!, { ...i2!, year: 1999 }] };
    const { framework } = toRegionTable(data, stated, { maxAge: 1 });
    expect(framework.indicators.map(({ year }) => year)).toEqual(["2020-2021", 2021, 1999]);
    expect(own.indicators[0]).not.toHaveProperty("year");
  });

  test("calls regions by the names that are given", () => {
    const names = { ES21: "País Vasco", ES99: "Nowhere" };
    const { regions } = toRegionTable(data, frameworkOf(a), { year: 2020, names });
    expect(regions.map(({ id, name }) => [id, name])).toEqual([
      ["ES21", "País Vasco"],
      ["ES22", "ES22"],
    ]);
  });

  test("says which codes are no regions, and how many regions are of other levels", () => {
    const tsv = "geo\\time\t2021\nEU27_2020\t1\nEA19\t:\nESZZ\t2\nES\t3\nES2\t4\nES21\t5\nES22\t6\n";
    const of = (levels?: readonly (0 | 1 | 2 | 3)[]) =>
      toRegionTable({ jobs: readEurostatTsv(tsv) }, frameworkOf({ dataset: "jobs", select: {} }), {
        levels,
      }).notes;
    expect(of()).toEqual([
      {
        code: "codes-left-out",
        codes: ["ESZZ", "EU27_2020"],
        otherLevels: 2,
        message:
          "Codes with figures that are no regions of NUTS, and were left out (2): ESZZ, EU27_2020. Regions with figures that are of other levels than asked for: 2.",
      },
    ]);
    expect(of([0, 1, 2])).toMatchObject([{ codes: ["ESZZ", "EU27_2020"], otherLevels: 0 }]);
    const clean = { jobs: readEurostatTsv("geo\\time\t2021\nES21\t5\nES22\t6\n") };
    expect(toRegionTable(clean, frameworkOf({ dataset: "jobs", select: {} })).notes).toEqual([]);
  });

  test.each([
    [{ c: "drop" }, ["c", "@C", "p@C", "bc"]],
    [{ C: "drop" }, ["c", "@C", "p@C", "bc"]],
    [{ "@C": "drop" }, ["@C", "p@C"]],
    [{ d: "drop" }, ["d"]],
    [{ "@D": "drop" }, ["@D"]],
    [{ D: "drop" }, ["@D"]],
    [{ p: "drop" }, ["p@C", "p"]],
    [{ "p@C": "drop" }, ["p@C"]],
    [{ toString: "drop" }, []],
  ] as const)("takes %j as the flags %j", (flags, dropped) => {
    const all = ["c", "@C", "p@C", "bc", "d", "@D", "p", "u"];
    const years = all.map((_, i) => 2000 + i);
    const rows = all.map((flag) => `1 ${flag}`);
    const plain = all.map(() => "1").join("\t");
    const tsv = [
      `geo\\time\t${years.join("\t")}`,
      `ES21\t${rows.join("\t")}`,
      `ES22\t${plain}`,
      `ES23\t${plain}`,
    ].join("\n");
    const framework = frameworkOf({ dataset: "jobs", select: {} });
    const left = years.filter(
      (year) =>
        toRegionTable({ jobs: readEurostatTsv(tsv) }, framework, { year, flags }).regions.length === 2,
    );
    expect(left.map((year) => all[year - 2000])).toEqual(dropped);
  });

  test("drops flags that it is told to, and says so", () => {
    const table = toRegionTable(data, frameworkOf({ dataset: "people", select: {} }, a), {
      year: 2020,
      flags: { u: "drop" },
    });
    expect(table.columns.i1).toEqual([null, 50]);
    expect(table.notes).toContainEqual(
      expect.objectContaining({ code: "flagged-cells-dropped", indicator: "i1", cells: 1 }),
    );
  });

  test("refuses selections that leave a choice or are unknown, all at once", () => {
    const framework = frameworkOf(
      { dataset: "jobs", select: {} },
      { dataset: "jobs", select: { nace: "a", unitt: "THS" } },
      { dataset: "job", select: {} },
    );
    let error: unknown;
    try {
      toRegionTable(data, framework);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(DataError);
    expect((error as DataError).issues.map(({ message }) => message)).toEqual([
      "indicators[0].from.select.nace: expected a code, for the data set has several (A, B, T), got none. Name the one that is meant.",
      'indicators[1].from.select.unitt: expected a dimension of the data set (unit, nace), got "unitt". Did you mean "unit"?',
      'indicators[1].from.select.nace: expected a code that the data set has, got "a". Did you mean "A"?',
      'indicators[2].from.dataset: expected a data set that was given (jobs, people), got "job". Did you mean "jobs"?',
    ]);
  });

  test("refuses indicators without a source, and unknown options", () => {
    expect(() => toRegionTable(data, frameworkOf(undefined))).toThrow(OptionsError);
    expect(() => toRegionTable(data, frameworkOf(a), { yaer: 2020 } as never)).toThrow(
      'Did you mean "year"?',
    );
  });
});
