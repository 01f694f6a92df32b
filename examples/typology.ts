// Divides all regions into types, and says how many there are, what each is like, and how far it can be trusted.
//
//   npm run example:typology -- [--types N] [--method METHOD] [--plan NAME] [--data FILE.csv --framework FILE.json]
import { parseArgs } from "node:util";
import {
  assessStability,
  buildSpace,
  type ClusterCountAdvice,
  type ClusterMethod,
  clusterRegions,
  type Framework,
  parsePlan,
  prepare,
  profile,
  type Stability,
  type StructuralSpace,
  suggestClusterCountAsync,
  type Typology,
  textIn,
  weigh,
} from "reference-regions";
import { cell, methodFor, percent, printCredits, printNotes, printVintage } from "./shared/print.js";
import { clearProgress, printProgress } from "./shared/print-progress.js";
import { tableOfFlags } from "./shared/table-of-flags.js";

const usage = `Usage: npm run example:typology -- [options]

--types N                how many types (default 8)
--method METHOD          k-means (default), ward, average, complete, single or k-medoids
--plan NAME              orkestra (default) or balanced: how the space is built
--data FILE.csv          own table instead of the bundled one, with
--framework FILE.json    the framework that says what its columns mean`;

const { values: flags } = parseArgs({
  options: {
    types: { type: "string", default: "8" },
    method: { type: "string" },
    plan: { type: "string", default: "orkestra" },
    data: { type: "string" },
    framework: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

async function main(): Promise<void> {
  if (flags.help) return console.log(usage);
  const { framework, table } = tableOfFlags(flags);
  const plan = parsePlan(flags.plan);
  const prepared = prepare(table, plan.prepare);
  const space = buildSpace(prepared, { ...plan.space, weights: weigh(prepared, plan.weigh) });
  const method = (flags.method ?? methodFor(plan)) as ClusterMethod;
  const k = Number(flags.types);

  const typology = clusterRegions(space, { method, k });
  const advice = await suggestClusterCountAsync(space, {
    method,
    starts: 20,
    draws: 20,
    onProgress: printProgress,
  });
  const stability = await assessStability(space, { method, k, onProgress: printProgress });
  clearProgress();

  console.log(`Types of regions: ${k} by ${method}`);
  printVintage(typology.vintage);
  printCount(advice);
  printTypes(typology, stability, space);
  printProfiles(typology, space, framework);
  printBorder(typology, stability);
  printNotes([...typology.notes.filter(({ code }) => code !== "borderline"), ...advice.notes]);
  printCredits(framework);
}

/** One line that is written over, for whoever waits. */
function printCount({ candidates, sentence }: ClusterCountAdvice): void {
  console.log("\nHow many?");
  console.log(sentence);
  console.log(" k  silhouette  Calinski-Harabasz  Davies-Bouldin   Dunn    gap  stability (weakest)");
  for (const one of candidates) {
    console.log(
      [
        String(one.k).padStart(2),
        show(one.silhouette, 2).padStart(10),
        show(one.calinskiHarabasz, 1).padStart(17),
        show(one.daviesBouldin, 2).padStart(14),
        show(one.dunn, 3).padStart(5),
        show(one.gap, 2).padStart(5),
        `${show(one.stability, 2)} (${show(one.weakest, 2)})`.padStart(19),
      ].join("  "),
    );
  }
}

function printTypes({ clusters }: Typology, stability: Stability, space: StructuralSpace): void {
  const profiles = profile(space, { labels: labelsOf(clusters) });
  console.log("\ntype  regions  silhouette  stability            most central                    countries");
  clusters.forEach(({ label, size, medoid, silhouette }, c) => {
    const { jaccard, band } = stability.clusters[c]!;
    const centre = space.regions.find(({ id }) => id === medoid)!;
    const countries = profiles[c]!.countries.map((one) => `${one.country} ${one.count}`);
    console.log(
      [
        String(label).padStart(4),
        String(size).padStart(7),
        show(silhouette, 2).padStart(10),
        cell(`${show(jaccard, 2)} ${band ?? "never drawn"}`, 19),
        cell(`${medoid}  ${textIn(centre.name)}`, 30),
        `${countries.slice(0, 6).join(", ")}${countries.length > 6 ? ", ..." : ""}`,
      ].join("  "),
    );
  });
}

function labelsOf(clusters: Typology["clusters"]): { [id: string]: number } {
  return Object.fromEntries(clusters.flatMap(({ label, members }) => members.map((id) => [id, label])));
}

/** What sets each type apart, in the unit of the data: the mean of its regions, and that of all. */
function printProfiles({ clusters }: Typology, space: StructuralSpace, { indicators }: Framework): void {
  for (const { label, name, members, distinctive } of clusters) {
    console.log(`\nType ${label}: ${name}`);
    for (const { id, difference, mean, overall } of distinctive.slice(0, 5)) {
      const { name: indicator, unit } = indicators.find((one) => one.id === id)!;
      const sign = difference > 0 ? "+" : "-";
      console.log(
        `  ${sign}${Math.abs(difference).toFixed(1)} sd  ${textIn(indicator)}: ${figure(mean)}, all ${figure(overall)}${unit === undefined ? "" : ` (${textIn(unit)})`}`,
      );
    }
    const names = members.map((id) => `${id} ${textIn(space.regions.find((one) => one.id === id)!.name)}`);
    console.log(`  ${names.join(", ")}`);
  }
}

function printBorder({ regions }: Typology, stability: Stability): void {
  const stays = new Map(stability.regions.map((one) => [one.id, one.stays]));
  const border = regions
    .filter(({ borderline }) => borderline)
    .sort((a, b) => (stays.get(a.id) ?? 0) - (stays.get(b.id) ?? 0));
  console.log(
    `\nAt the border (type, second best, share of draws that stay with their mates): ${border
      .map(({ id, label, secondBest }) => `${id} (${label}, ${secondBest}, ${percent(stays.get(id) ?? 0)})`)
      .join("; ")}`,
  );
}

function show(value: number | null, digits: number): string {
  return value === null ? "-" : value.toFixed(digits);
}

/** Three figures that count, without an exponent. */
function figure(value: number): string {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(value);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
