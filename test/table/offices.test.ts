import { readFileSync } from "node:fs";
import { readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/eurostat/index.js";
import { bundledTable, makeFramework } from "../support/tables.js";

const eu = bundledTable("eu-nuts2");
const eaeu = bundledTable("eaeu");
const indicators = ["population", "median_age", "gdp_hab", "emp_primary"];

/** A file as an office might publish it; its figures are those of the bundled data, but for the cells that it blots. */
async function readOffice(file: string, ids: readonly string[]) {
  const text = await decode(readFileSync(new URL(`./offices/${file}`, import.meta.url)));
  const framework = makeFramework({ indicators: ids.map((id) => ({ id })) });
  return readRegionsCsv(text, framework, { forgive: true });
}

/** What the bundled data say of these regions; blotted cells (`region indicator`) are missing. */
function bundled(
  table: typeof eu,
  regions: readonly { id: string }[],
  ids: readonly string[],
  blots: string[],
) {
  const row = new Map(table.regions.map(({ id }, i) => [id, i]));
  return ids.map((indicator) =>
    regions.map(({ id }) =>
      blots.includes(`${id} ${indicator}`) ? null : table.columns[indicator]![row.get(id)!],
    ),
  );
}

describe("a file of an office is read to the figures of the bundled data", () => {
  it.each([
    ["german.csv", ["AT12 emp_primary", "AT13 emp_primary"], 5],
    ["french.tsv", [], 5],
    ["eurostat.csv", ["ES13 emp_primary", "ES21 emp_primary"], 6],
  ])("%s", async (file, blots, count) => {
    const { regions, columns } = await readOffice(file, indicators);
    expect(regions).toHaveLength(count);
    expect(Object.values(columns)).toEqual(bundled(eu, regions, indicators, blots));
    expect(regions.map(({ name }) => name)).toEqual(
      regions.map(({ id }) => eu.regions.find((one) => one.id === id)!.name),
    );
  });

  it("russian-1251.csv", async () => {
    const ids = ["population", "unemployment", "ВРП на душу 2021", "ВРП на душу 2022", "natural_increase"];
    const own = ["population", "unemployment", "grp_per_head", "grp_per_head_2022", "natural_increase"];
    const { regions, columns } = await readOffice("russian-1251.csv", ids);
    expect(regions.map(({ name }) => name)).toContain("Республика Алтай");
    expect(Object.values(columns)).toEqual(bundled(eaeu, regions, own, ["RU-AMU grp_per_head_2022"]));
  });
});

describe("the ledger of a file", () => {
  it("german.csv has every repair with its place", async () => {
    const { ledger, notes } = await readOffice("german.csv", indicators);
    expect(ledger!.map(({ number, code, cells }) => [number, code, cells.length])).toEqual([
      [1, "delimiter-found", 1],
      [2, "rows-left-out", 7],
      [3, "number-format-read", 18],
      [4, "signs-left-out", 1],
      [5, "missing-signs-read", 2],
    ]);
    expect(ledger![1]!.cells.map(({ line, from }) => [line, from])).toEqual([
      [1, "Tabelle 11: Bevölkerung und Wirtschaft der Bundesländer"],
      [2, "Stand: 31.12.2021"],
      [5, "Personen;Jahre;EUR;%"],
      [6, "Ostösterreich"],
      [13, "p = vorläufig"],
      [14, "1) Arbeitsort"],
      [15, "Quelle: Statistik Austria; eigene Berechnungen"],
    ]);
    expect(ledger![3]!.cells).toEqual([
      { line: 7, column: "gdp_hab", region: "AT11", indicator: "gdp_hab", from: "32.000 p", to: 32000 },
    ]);
    expect(ledger![4]!.cells.map(({ region, from, to }) => [region, from, to])).toEqual([
      ["AT12", "/", null],
      ["AT13", "-", null],
    ]);
    expect(notes.map(({ number, code, count }) => [number, code, count])).toEqual(
      ledger!.map(({ number, code, cells }) => [number, code, cells.length]),
    );
    expect(notes[2]).toMatchObject({ examples: ledger![2]!.cells.slice(0, 5) });
  });

  it("russian-1251.csv has the headers that were joined", async () => {
    const ids = ["population", "unemployment", "ВРП на душу 2021", "ВРП на душу 2022", "natural_increase"];
    const { ledger } = await readOffice("russian-1251.csv", ids);
    expect(ledger![1]!.cells.map(({ from, to }) => [from, to])).toEqual([
      ["Население | population", "population"],
      ["Уровень безработицы | unemployment", "unemployment"],
      ["ВРП на душу | 2021", "ВРП на душу 2021"],
      ["ВРП на душу | 2022", "ВРП на душу 2022"],
      ["Прирост | natural_increase", "natural_increase"],
    ]);
  });
});
