import {
  type Framework,
  type ReferenceRegions,
  type RegionTable,
  summariseCoverage,
  textIn,
} from "reference-regions";
import { publishedElsewhere, type StoriedTable } from "reference-regions/eurostat";
import { cell, percent, printVintage } from "./print.js";

export function printTable(table: RegionTable): void {
  const { overall, indicators } = summariseCoverage(table);
  const { regions, framework } = table;
  console.log(`${textIn(framework.name)}: ${regions.length} regions, ${indicators.length} indicators`);
  console.log(`Structural figures: ${overall.present} of ${overall.total} (${percent(overall.share)})\n`);
  console.log("indicator                   coverage  years");
  for (const [i, { id, share }] of indicators.entries())
    console.log(
      `${cell(id, 26)}  ${percent(share).padStart(8)}  ${framework.indicators[i]!.year ?? "no figures"}`,
    );
}

export function printList({ target, regions, vintage }: ReferenceRegions, { indicators }: Framework): void {
  console.log(`\nReference regions of ${textIn(target.name)} (${target.id})`);
  printVintage(vintage);
  console.log(
    "\nrank  region                                   distance  closeness   coverage  alike above all in",
  );
  for (const { rank, id, name, distance, closeness, coverage, reasons } of regions) {
    const alike = reasons?.unites.slice(0, 2).map((one) => indicators.find((each) => each.id === one)!.name);
    console.log(
      [
        String(rank).padStart(4),
        cell(id === name ? id : `${id}  ${textIn(name)}`, 39),
        distance.toFixed(4).padStart(8),
        closeness.padEnd(10),
        percent(coverage).padStart(8),
        alike?.map((one) => textIn(one)).join("; ") ?? "",
      ].join("  "),
    );
  }
}

/** Each figure of the target with its year and the flags of Eurostat. */
export function printStories({ framework, regions, columns, stories }: StoriedTable, target: string): void {
  const row = regions.findIndex(({ id }) => id === target);
  console.log(`\nFigures of ${target}\nindicator                        figure  year  flags  unit`);
  for (const { id, unit } of framework.indicators) {
    const figure = columns[id]![row]!;
    const story = stories[id]![row]!;
    console.log(
      [
        cell(id, 26),
        (figure === null ? "-" : figure.toLocaleString("en", { maximumFractionDigits: 2 })).padStart(11),
        String(story?.year ?? "-").padStart(4),
        (story?.flag ?? "").padEnd(5),
        textIn(unit ?? ""),
      ].join("  "),
    );
  }
}

export function printElsewhere(): void {
  console.log("\nStructural indicators that Eurostat does not publish for these regions, or no longer");
  for (const { indicator, where } of publishedElsewhere)
    console.log(`- ${textIn(indicator.name)} (${indicator.id}): ${where.name}, ${where.url}`);
}
