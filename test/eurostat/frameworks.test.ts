import { readFileSync } from "node:fs";
import {
  buildSpace,
  findReferenceRegions,
  parseFramework,
  prepare,
  summariseCoverage,
  type Text,
  weigh,
} from "reference-regions";
import { describe, expect, test } from "vitest";
import {
  downloadEurostat,
  frameworks,
  publishedElsewhere,
  readEurostatTsv,
  toRegionTable,
} from "../../src/eurostat/index.js";
import { cellsOf, cubesOf, tablesOf } from "../support/eurostat-cubes.js";
import { serveEurostat } from "../support/eurostat-server.js";

const { structural } = frameworks;
const all = [...structural.indicators, ...publishedElsewhere.map(({ indicator }) => indicator)];
const wider = { ...structural, indicators: all };

describe("frameworks.structural", () => {
  test("is a valid framework, and plain data", () => {
    expect(parseFramework(JSON.parse(JSON.stringify(structural)))).toEqual(structural);
  });

  test("says of every indicator from which cells it is made, a code or more in each dimension", () => {
    for (const { id, from } of structural.indicators) {
      expect(from, id).toBeDefined();
      for (const { keys } of Object.values(cellsOf({ ...structural.indicators[0]!, from })).flat())
        expect(keys, id).toMatchObject({ freq: "A" });
    }
  });

  test("asks for a data set always with the same dimensions", () => {
    const asked = new Map<string, string>();
    for (const indicator of structural.indicators)
      for (const { dataset, keys } of Object.values(cellsOf(indicator)).flat()) {
        const dimensions = Object.keys(keys).join();
        expect(dimensions, `${indicator.id}: ${dataset}`).toBe(asked.get(dataset) ?? dimensions);
        asked.set(dataset, dimensions);
      }
    expect(asked.size).toBe(17);
  });

  test("has no figure in both steps", () => {
    const figures = (role: string) =>
      structural.indicators.filter((one) => one.role === role).map(({ from }) => JSON.stringify(from));
    expect(figures("structural").filter((one) => figures("performance").includes(one))).toEqual([]);
  });

  test("gives a direction to each performance indicator", () => {
    const performance = structural.indicators.filter(({ role }) => role === "performance");
    expect(performance.map(({ direction }) => direction)).not.toContain(undefined);
    expect(new Set(performance.map(({ dimension }) => dimension))).toEqual(new Set(["performance"]));
  });

  test("names everything in English and Russian", () => {
    const named: (readonly [string, Text | undefined])[] = [
      ["framework", structural.name],
      ["framework", structural.description],
      ...structural.dimensions.flatMap(({ id, name, elements = [] }) => [
        [id, name] as const,
        ...elements.map((one) => [one.id, one.name] as const),
      ]),
      ...all.flatMap(({ id, name, unit }) => [[id, name] as const, [id, unit] as const]),
      ...publishedElsewhere.flatMap(({ indicator, why, coverage }) => [
        [indicator.id, why] as const,
        [indicator.id, coverage] as const,
      ]),
    ];
    for (const [id, text] of named) {
      const { en, ru } = text as { en: string; ru: string };
      expect(en, id).toMatch(/\w/);
      expect(ru, id).toMatch(/[а-я%]/i);
    }
  });

  test("is verified in docs/structural-framework.md, code by code", () => {
    const rows = readFileSync("docs/structural-framework.md", "utf8").split("\n");
    for (const indicator of structural.indicators)
      for (const { dataset, keys } of Object.values(cellsOf(indicator)).flat()) {
        const row = rows.filter((line) => line.startsWith(`| \`${dataset}\` |`));
        expect(row, dataset).toHaveLength(1);
        const stated = new Map(
          [...row[0]!.split("|")[2]!.matchAll(/`(\w+)` ([^`]+?)(?:, (?=`)| $)/g)].map(([, name, codes]) => [
            name!,
            codes!.split(", "),
          ]),
        );
        expect([...stated.keys()].sort(), dataset).toEqual(Object.keys(keys).sort());
        for (const [name, code] of Object.entries(keys)) expect(stated.get(name), dataset).toContain(code);
      }
  });
});

describe("publishedElsewhere", () => {
  test("joins the framework", () => {
    expect(parseFramework(wider).indicators).toHaveLength(all.length);
  });

  test("fills the elements that Eurostat leaves empty, and no others are empty", () => {
    const places = (some: typeof all) => new Set(some.map(({ dimension, element }) => element ?? dimension));
    const declared = structural.dimensions.flatMap(
      ({ id, elements }) => elements?.map((one) => one.id) ?? [id],
    );
    const empty = declared.filter((one) => !places([...structural.indicators]).has(one));
    expect(empty).toEqual([
      "settlement-access",
      "trade",
      "quality-of-government",
      "decentralisation",
      "social-capital",
    ]);
    expect(declared.filter((one) => !places(all).has(one))).toEqual([]);
  });

  test("says of each who publishes it", () => {
    for (const { indicator, where } of publishedElsewhere) {
      expect(indicator.role).toBe("structural");
      expect(new URL(where.url).protocol).toBe("https:");
    }
  });
});

describe("a table of all of it", () => {
  const geos = [
    "ES11",
    "ES12",
    "ES21",
    "ES22",
    "FRI1",
    "ITC1",
    "ITC4",
    "PL21",
    "SE11",
    "AT11",
    "AT21",
    "AT22",
  ];
  const read = (framework: typeof structural) =>
    Object.fromEntries(
      Object.entries(cubesOf(framework, geos, [2021, 2022])).map(([name, tsv]) => [
        name,
        readEurostatTsv(tsv),
      ]),
    );
  const table = toRegionTable(read(structural), structural);

  test("has a figure in every cell, and shares within their bounds", () => {
    expect(table.regions.map(({ id }) => id)).toEqual([...geos].sort());
    expect(summariseCoverage(table).overall.share).toBe(1);
    expect(table.notes).toEqual([]);
    for (const row of geos.keys()) {
      const sectors = structural.indicators.filter(({ composition }) => composition === "sectors");
      const sum = sectors.reduce((total, { id }) => total + table.columns[id]![row]!, 0);
      expect(sum).toBeCloseTo(100 / 1.02, 2);
    }
  });

  test("weighs its seven dimensions alike; what is performance, and what is still empty, weighs nothing", () => {
    const { institutions, performance, ...others } = weigh(prepare(table)).dimensions;
    expect([institutions, performance]).toEqual([0, 0]);
    expect(Object.keys(others)).toHaveLength(7);
    for (const weight of Object.values(others)) expect(weight).toBeCloseTo(1 / 7, 12);
  });

  test("finds reference regions", () => {
    const found = findReferenceRegions(buildSpace(prepare(table)), "ES21", { count: 5 });
    expect(found.regions).toHaveLength(5);
    expect(found.regions.every(({ coverage }) => coverage === 1)).toBe(true);
  });

  test("takes what is published elsewhere beside it", () => {
    const whole = toRegionTable(read(wider), wider);
    expect(summariseCoverage(whole).overall.share).toBe(1);
    expect(weigh(prepare(whole)).dimensions.institutions).toBeCloseTo(1 / 8, 12);
  });

  test("is the same when it is downloaded: a request a data set, but two where one would bring cells that nobody asked for", async () => {
    const server = await serveEurostat(tablesOf(cubesOf(structural, geos, [2021, 2022])));
    const { data, names } = await downloadEurostat(structural, { baseUrl: server.baseUrl });
    await server.close();
    expect(server.requests).toHaveLength(18);
    const downloaded = toRegionTable(data, structural, { names });
    expect(downloaded.columns).toEqual(table.columns);
    expect(downloaded.regions[0]!.name).toBe("Name of AT11");
  });
});
