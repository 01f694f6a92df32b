import { analyse, type PlanInput, summariseCoverage, textIn } from "reference-regions";
import { describe, expect, it } from "vitest";
import { bundledTable } from "../support/tables.js";

const table = bundledTable("eaeu");
const countryOf = new Map(table.regions.map(({ id, country }) => [id, country]));
const screened: PlanInput = { prepare: { screen: { minIndicatorCoverage: 0.7, minRegionCoverage: 0.66 } } };

describe("the bundled regions of the Eurasian Economic Union", () => {
  it("have names in two languages, and five countries", () => {
    const tatarstan = table.regions.find(({ id }) => id === "RU-TA")!;
    expect([textIn(tatarstan.name), textIn(tatarstan.name, "ru")]).toEqual([
      "Tatarstan",
      expect.stringContaining("Татарстан"),
    ]);
    expect(new Set(countryOf.values())).toEqual(new Set(["RU", "KZ", "BY", "AM", "KG"]));
  });

  it("lose by screening exactly what is covered less than asked, indicators first", async () => {
    const { reference } = await analyse(table, "RU-TA", screened);
    const coverage = summariseCoverage(table);
    const kept = coverage.indicators.filter(({ role, share }) => role === "structural" && share >= 0.7);
    const { indicators } = reference.regions[0]!.contributions!;
    expect(indicators.map(({ id }) => id)).toEqual(kept.map(({ id }) => id));

    const regions = table.regions.filter(
      (_, row) => kept.filter(({ id }) => table.columns[id]![row] !== null).length >= 0.66 * kept.length,
    );
    const told = [...reference.regions, ...reference.excluded].map(({ id }) => id);
    expect(told.every((id) => regions.some((one) => one.id === id))).toBe(true);
    expect(regions.length).toBeLessThan(table.regions.length);
    const lost = table.regions.find(({ id }) => !regions.some((one) => one.id === id))!;
    await expect(analyse(table, lost.id, screened)).rejects.toMatchObject({ code: "dropped-target" });
  });

  it("give Tatarstan the industrial regions along the Volga, the Don and the Urals", async () => {
    const { reference } = await analyse(table, "RU-TA", screened);
    expect(reference.regions.slice(0, 5).map(({ id, name }) => `${id} ${textIn(name)}`)).toEqual([
      "RU-ROS Rostov Oblast",
      "RU-SAM Samara Oblast",
      "RU-NIZ Nizhny Novgorod Oblast",
      "RU-SVE Sverdlovsk Oblast",
      "RU-CHE Chelyabinsk Oblast",
    ]);
  });

  it("can be compared across the union, own country left out or kept in", async () => {
    const target = table.regions.find(({ id, country }) => country === "KZ" && id === "KZ-35")!;
    const kept = await analyse(table, target.id, screened);
    const out = await analyse(table, target.id, {
      ...screened,
      reference: { exclude: { sameCountry: true } },
    });
    const countries = (analysis: typeof kept) =>
      analysis.reference.regions.map(({ id }) => countryOf.get(id));
    expect(countries(kept)).toContain("KZ");
    expect(countries(out)).not.toContain("KZ");
    expect(out.reference.regions[0]!.rank).toBe(1);
  });

  it("say that a dimension has lost its weight when screening takes its last indicator", async () => {
    const { notes, reference } = await analyse(table, "RU-TA", screened);
    const lost = notes
      .filter(({ code }) => code === "dimension-without-weight")
      .map(({ dimension }) => dimension);
    expect(lost).toEqual(["technological"]);
    expect(Object.keys(reference.regions[0]!.contributions!.dimensions)).not.toContain("technological");
  });

  it("do not take the republic and the territory of Altai for nested, but by their codes they look it", async () => {
    const nested = async (exclude: object): Promise<string[]> =>
      (await analyse(table, "RU-AL", { ...screened, reference: { exclude } })).reference.excluded
        .filter(({ reason }) => reason === "nested")
        .map(({ id }) => id);
    expect(await nested({ nested: "code-prefix" })).toEqual(["RU-ALT"]);
    expect(await nested({})).toEqual([]);
  });
});
