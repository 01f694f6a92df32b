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
