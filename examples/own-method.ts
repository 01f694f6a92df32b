// A method of one's own, outside the EU: the regions of the Eurasian Economic Union, a framework defined in code, and a decision
// on thin columns taken with the coverage in hand.
//
//   npm run example:own-method
import { readFileSync } from "node:fs";
import {
  analyse,
  type Coverage,
  type PlanInput,
  parseFramework,
  type RegionTable,
  readRegionsCsv,
  summariseCoverage,
  textIn,
} from "reference-regions";

// Four dimensions, as this union's analysts see their regions. Knowledge is measured in Russia alone so far.
const framework = parseFramework({
  schemaVersion: 1,
  id: "eaeu-own",
  name: "Structural conditions in the Eurasian Economic Union (own framework)",
  dimensions: [
    { id: "people", name: "People" },
    { id: "knowledge", name: "Knowledge" },
    { id: "settlement", name: "Settlement" },
    { id: "location", name: "Location" },
  ],
  indicators: [
    {
      id: "population",
      name: "Population",
      dimension: "people",
      role: "structural",
      unit: "persons",
      year: "2012-2023",
    },
    {
      id: "higher_edu",
      name: "Higher education",
      dimension: "people",
      role: "structural",
      unit: "%",
      year: "2020-2023",
    },
    {
      id: "rd_staff",
      name: "R&D personnel",
      dimension: "knowledge",
      role: "structural",
      unit: "% of employed",
      year: 2022,
    },
    {
      id: "students_10k",
      name: "Students",
      dimension: "knowledge",
      role: "structural",
      unit: "per 10 000",
      year: 2022,
    },
    {
      id: "pop_density",
      name: "Population density",
      dimension: "settlement",
      role: "structural",
      unit: "persons per km2",
      year: "2012-2023",
    },
    {
      id: "urban_share",
      name: "Urban population",
      dimension: "settlement",
      role: "structural",
      unit: "%",
      year: "2018-2024",
    },
    {
      id: "dist_capital_km",
      name: "Distance to the capital",
      dimension: "location",
      role: "structural",
      unit: "km",
    },
    {
      id: "wage_index",
      name: "Average wage",
      dimension: "people",
      role: "performance",
      direction: "higher",
      unit: "country's median region = 100",
      year: "2022-2025",
    },
  ],
});

const fixture = new URL("../../fixtures/eaeu/regions.csv", import.meta.url);
const table = readRegionsCsv(readFileSync(fixture, "utf8"), framework, {
  columns: { name: { en: "name", ru: "name_ru" } },
});

const coverage = summariseCoverage(table);
printCoverage(table, coverage);

// The decision: what fewer than two thirds of all regions publish cannot carry a comparison across the union, so it goes; what
// is left stays with its gaps, and each distance says on how much of the weight it rests.
const plan: PlanInput = {
  name: "eaeu-own",
  description:
    "Own method: columns below 66 % coverage dropped, values as percentile ranks, weights equal by dimension.",
  prepare: { screen: { minIndicatorCoverage: 0.66 }, treat: "none", normalise: "percentile" },
};
const notes = new Set<string>();
for (const target of ["RU-TA", "KZ-35"]) {
  await printList(target, false);
  await printList(target, true);
}
console.log(`\nNotes\n${[...notes].map((message) => `- ${message}`).join("\n")}`);

function printCoverage({ regions }: RegionTable, { indicators, countries, trade }: Coverage): void {
  console.log(`${textIn(framework.name)}: ${regions.length} regions\n`);
  console.log("Coverage (% of regions with a figure)");
  console.log(
    ["indicator".padEnd(17), ...countries.map(({ country }) => country?.padStart(4)), " all"].join(" "),
  );
  for (const { id, role, share } of indicators) {
    if (role !== "structural") continue;
    console.log(
      [id.padEnd(17), ...countries.map((one) => percent(one.indicators[id]!)), percent(share)].join(" "),
    );
  }
  console.log("\nThe trade: regions kept against indicators kept");
  for (const step of trade) {
    const given = step.dropped === null ? "all" : `without ${step.dropped}`;
    console.log(
      `${String(step.indicators.length).padStart(3)} indicators, ${String(step.completeRegions).padStart(3)} complete regions  (${given})`,
    );
  }
}

async function printList(target: string, sameCountry: boolean): Promise<void> {
  const { reference, notes: all } = await analyse(table, target, {
    ...plan,
    reference: { count: 10, exclude: { sameCountry } },
  });
  const { name, country } = reference.target;
  console.log(
    `\nReference regions of ${textIn(name)} (${target}), ${sameCountry ? `${country} left out` : `${country} kept in`}`,
  );
  console.log(
    "rank  region                               distance  closeness   coverage  alike above all in",
  );
  for (const { rank, id, name, distance, closeness, coverage, reasons } of reference.regions) {
    const why = reasons?.unites
      .slice(0, 2)
      .map((one) => textIn(framework.indicators.find((each) => each.id === one)!.name));
    console.log(
      `${String(rank).padStart(4)}  ${`${id}  ${textIn(name)}`.padEnd(36).slice(0, 36)} ${distance.toFixed(4)}    ${closeness.padEnd(10)}  ${percent(coverage)} %    ${why?.join("; ") ?? ""}`,
    );
  }
  for (const { message } of all) notes.add(message);
}

function percent(share: number): string {
  return String(Math.round(100 * share)).padStart(4);
}
