import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { readRegionRows } from "reference-regions";
import { describe, expect, test } from "vitest";
import type { Observations } from "../../src/eurostat/index.js";
import { frameworks, publishedElsewhere, readEurostatTsv, toRegionTable } from "../../src/eurostat/index.js";
import { realData, realText } from "./samples.js";

const { structural } = frameworks;
const elsewhere = publishedElsewhere.map(({ indicator }) => indicator);

/** The framework with these indicators alone. */
const only = (...ids: string[]) => ({
  ...structural,
  indicators: [...structural.indicators, ...elsewhere].filter(({ id }) => ids.includes(id)),
});
const zipped = (name: string): string =>
  gunzipSync(readFileSync(resolve(realData!, `raw/eurostat/${name}`))).toString("utf8");

/** The figures that were made of the same data sets on another way, by region. */
function expected(column: string): Map<string, number> {
  const [head, ...lines] = realText("regions.csv").trim().split("\n");
  const at = head!.split(",").indexOf(column);
  return new Map(
    lines
      .map((line) => line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)!.map((cell) => cell.replace(/,$/, "")))
      .filter((cells) => cells[at] !== "")
      .map((cells) => [cells[0]!, Number(cells[at])]),
  );
}

/** The largest difference of a column from what was expected, over the regions that both have, and how many these are. */
function compare({ regions, columns }: ReturnType<typeof readRegionRows>, id: string, column: string) {
  const other = expected(column);
  const gaps = regions.flatMap((region, row) => {
    const [a, b] = [columns[id]![row]!, other.get(region.id)];
    return a === null || b === undefined ? [] : [Math.abs(a - b)];
  });
  return { regions: gaps.length, gap: Math.max(...gaps) };
}

describe.skipIf(realData === null)("on real files of Eurostat", () => {
  test("GDP per inhabitant, out of the sister table of NUTS 3", () => {
    const nama_10r_2gdp = readEurostatTsv(zipped("nama_10r_3gdp.tsv.gz"));
    const table = toRegionTable({ nama_10r_2gdp }, only("gdp_pps_hab"), { year: 2022 });
    expect(compare(table, "gdp_pps_hab", "gdp_pps_hab")).toEqual({ regions: 273, gap: 0 });
  });

  test("population and density", () => {
    const demo_r_pjanaggr3 = readEurostatTsv(zipped("demo_r_pjangrp3-total-nuts0-2.tsv.gz"));
    const density = zipped("demo_r_d3dens.csv.gz")
      .trim()
      .split("\n")
      .map((line, i) => {
        const [unit, geo, ...cells] = line.split(",");
        return [i === 0 ? "freq,unit,geo\\TIME_PERIOD" : `A,${unit},${geo}`, ...cells].join("\t");
      });
    const demo_r_d3dens = readEurostatTsv(`${density.join("\n")}\n`);
    const table = toRegionTable({ demo_r_pjanaggr3, demo_r_d3dens }, only("population", "pop_density"), {
      year: 2022,
      maxAge: 3,
    });
    expect(compare(table, "population", "population")).toEqual({ regions: 334, gap: 0 });
    const of2021 = toRegionTable({ demo_r_d3dens }, only("pop_density"), { year: 2021, maxAge: 3 });
    expect(compare(of2021, "pop_density", "pop_density")).toEqual({ regions: 328, gap: 0 });
  });

  test("enterprises by size", () => {
    const bd_size_r3 = readEurostatTsv(zipped("bd_size_r3-v11910-v16910-nuts0-2.tsv.gz"));
    const table = toRegionTable({ bd_size_r3 }, only("enterprises_10plus"), { year: 2020, maxAge: 1 });
    const { regions, gap } = compare(table, "enterprises_10plus", "firms_10plus");
    expect(regions).toBe(180);
    expect(gap).toBeLessThan(1e-3);
  });

  test("employment by sector, in the file of 2017, whose unit was THS and which had neither freq nor sex", () => {
    const { observations } = readEurostatTsv(zipped("lfst_r_lfe2en2-2017.tsv.gz"));
    const lfst_r_lfe2en2: Observations = {
      dimensions: ["freq", "unit", "sex", "age", "nace_r2"],
      observations: observations
        .filter(({ keys, time }) => keys.age === "Y15-64" && time === "2015")
        .map((one) => ({ ...one, keys: { ...one.keys, freq: "A", sex: "T", unit: "THS_PER" } })),
    };
    const sectors = structural.indicators.filter(({ composition }) => composition === "sectors");
    const table = toRegionTable({ lfst_r_lfe2en2 }, only(...sectors.map(({ id }) => id)), { year: 2015 });
    expect(table.regions).toHaveLength(318);
    const sums = table.regions
      .map((_, row) => sectors.map(({ id }) => table.columns[id]![row]!))
      .filter((shares) => !shares.includes(null as never))
      .map((shares) => shares.reduce((total, one) => total + one, 0))
      .sort((a, b) => a - b);
    expect(sums).toHaveLength(265);
    expect(sums[Math.floor(sums.length / 2)]).toBeCloseTo(99.24, 2);
    const basque = table.regions.findIndex(({ id }) => id === "ES21");
    expect(table.columns.emp_industry![basque]).toBeCloseTo((100 * 181.5) / 870.1, 9);
  });

  test("branches of manufacturing, made of persons employed", () => {
    const [, ...lines] = realText("sectors/employment-manufacturing-nuts2.csv").trim().split("\n");
    const sbs_r_nuts2021: Observations = {
      dimensions: ["freq", "indic_sbs", "nace_r2"],
      observations: lines.flatMap((line) => {
        const [geo, , time, nace_r2, persons] = line.split(",") as [string, string, string, string, string];
        const keys = { freq: "A", indic_sbs: "EMP_LOC_NR", nace_r2 };
        return persons === "" ? [] : [{ geo, time, value: Number(persons), flag: null, keys }];
      }),
    };
    const branches = structural.indicators.filter(({ dimension }) => dimension === "industry-branches");
    const table = toRegionTable({ sbs_r_nuts2021 }, only(...branches.map(({ id }) => id)));
    const share = (id: string): number => table.columns[id]!.filter((one) => one !== null).length / 232;
    for (const { id } of branches) expect(share(id), id).toBeGreaterThan(0.85);
    for (const [id, column] of [
      ["manuf_plastics_minerals", "manuf_c22_c23"],
      ["manuf_metals", "manuf_c24_c25"],
      ["manuf_electronics", "manuf_c26"],
      ["manuf_machinery", "manuf_c28"],
    ] as const) {
      const { regions, gap } = compare(table, id, column);
      expect(regions, id).toBeGreaterThan(205);
      expect(gap, id).toBeLessThan(1e-3);
    }
  });
});
