import { describe, expect, test } from "vitest";
import { type Observations, readEurostatTsv, readJsonStat, readSdmxCsv } from "../../src/eurostat/index.js";
import { realData, realText } from "./samples.js";

const sorted = ({ observations }: Observations) =>
  observations
    .map(({ geo, time, value, flag, keys }) => JSON.stringify([Object.entries(keys), geo, time, value, flag]))
    .sort();
const values = ({ observations }: Observations) => observations.filter(({ value }) => value !== null).length;
const flags = ({ observations }: Observations) => observations.filter(({ flag }) => flag !== null).length;

describe.skipIf(realData === null)("one real table in three formats", () => {
  const sample = (name: string) => realText(`raw/samples/${name}`);
  const recent = () => {
    const { dimensions, observations } = readEurostatTsv(sample("eurostat-bulk-nama_10r_3gdp.tsv"));
    return { dimensions, observations: observations.filter(({ time }) => time >= "2019" && time <= "2022") };
  };

  test("has the same 839 values and 150 flags in each", () => {
    const tsv = recent();
    const csv = readSdmxCsv(sample("reencoded-nama_10r_3gdp.sdmx.csv"));
    const json = readJsonStat(JSON.parse(sample("reencoded-nama_10r_3gdp.jsonstat.json")));
    for (const one of [tsv, csv, json]) {
      expect(one.dimensions).toEqual(["freq", "unit"]);
      expect([values(one), flags(one)]).toEqual([839, 150]);
    }
    expect(sorted(csv)).toEqual(sorted(tsv));
    expect(sorted(json)).toEqual(sorted(tsv));
  });

  test.each([
    "eurostat-bulk-nama_10r_3gdp.tsv",
    "eurostat-bulk-bd_size_r3.tsv",
    "eurostat-bulk-2017-lfst_r_lfe2en2.tsv",
  ])("%s is read without loss", (name) => {
    const cells = sample(name)
      .trimEnd()
      .split("\n")
      .slice(1)
      .flatMap((line) => line.split("\t").slice(1));
    const read = readEurostatTsv(sample(name));
    expect(values(read)).toBe(cells.filter((cell) => /^-?\d/.test(cell)).length);
    expect(flags(read)).toBe(cells.filter((cell) => /[a-z]/.test(cell)).length);
    const total = cells.reduce((sum, cell) => sum + (Number.parseFloat(cell) || 0), 0);
    expect(read.observations.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total);
  });

  test("the reply of the SDMX interface is read without loss", () => {
    const text = sample("eurostat-api-ilc_lvps08.sdmx.csv");
    const rows = text
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const read = readSdmxCsv(text);
    expect(read.dimensions).toEqual(["freq", "age", "sex", "unit"]);
    expect(values(read)).toBe(rows.filter((row) => row[8] !== "").length);
    expect(flags(read)).toBe(rows.filter((row) => row[9]!.trim() !== "").length);
  });

  test("the reply of the statistics interface is read without loss", () => {
    const json = JSON.parse(sample("eurostat-api-nama_10r_2gdp.jsonstat.json"));
    const read = readJsonStat(json);
    expect(values(read)).toBe(Object.keys(json.value).length);
    expect(flags(read)).toBe(Object.keys(json.status).length);
  });
});
