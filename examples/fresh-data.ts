// Makes a table of the figures that Eurostat publishes today, and finds reference regions in it.
//
//   npm run example:fresh -- [REGION] [--count N] [--year N] [--max-age N] [--cache DIR] [--folder DIR]
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  buildSpace,
  DataError,
  type Framework,
  findReferenceRegions,
  type Note,
  prepare,
  type ReferenceRegions,
  summariseCoverage,
  textIn,
} from "reference-regions";
import {
  checkRegionCodes,
  downloadEurostat,
  frameworks,
  type Observations,
  publishedElsewhere,
  type StoriedTable,
  toRegionTable,
} from "reference-regions/eurostat";
import { dataSetsOf, withoutDataSets } from "./shared/data-sets.js";
import { folderCache } from "./shared/folder-cache.js";
import { cell, percent, printCredits, printNotes } from "./shared/print.js";
import { clearProgress, printProgress } from "./shared/print-progress.js";
import { readFolder } from "./shared/read-folder.js";

const usage = `Usage: npm run example:fresh -- [REGION] [options]

REGION          the region that looks for its reference regions (default ES21)
--count N       how many to list (default 20)
--year N        the year of the figures (default: for each indicator the latest)
--max-age N     how many years older a figure may be where that of the year is missing (default 3)
--cache DIR     where replies are kept, and asked about again instead of downloaded
--folder DIR    read files that were downloaded before (CODE.tsv, CODE.tsv.gz or CODE.json), and use no network
--base-url URL  another address of the service, for a proxy
--retries N     how often a request that failed for a passing reason is sent again (default 2)`;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "20" },
    year: { type: "string" },
    "max-age": { type: "string", default: "3" },
    cache: { type: "string", default: join(tmpdir(), "reference-regions-eurostat") },
    folder: { type: "string" },
    "base-url": { type: "string" },
    retries: { type: "string", default: "2" },
    help: { type: "boolean", default: false },
  },
});
const maxAge = Number(flags["max-age"]);
const year = flags.year === undefined ? ("latest" as const) : Number(flags.year);
const needed = dataSetsOf(frameworks.structural);

interface Fresh {
  readonly data: { readonly [dataset: string]: Observations };
  readonly names: { readonly [code: string]: string };
  readonly notes: readonly Note[];
}

async function main(): Promise<void> {
  if (flags.help) return console.log(usage);
  const target = positionals[0] ?? "ES21";
  const { data, names, notes } =
    flags.folder === undefined ? await download() : await readFiles(flags.folder);
  const missing = needed.filter((one) => !Object.hasOwn(data, one));
  const { framework, left } = withoutDataSets(frameworks.structural, missing);
  if (left.length > 0)
    console.log(
      `Without ${left.length} indicators, for there is no file of ${missing.join(", ")}: ${left.join(", ")}\n`,
    );
  const table = toRegionTable(data, framework, { year, maxAge, names });
  printTable(table);
  const found = findReferenceRegions(buildSpace(prepare(table)), target, { count: Number(flags.count) });
  printList(found, framework);
  printStories(table, target);
  const { notes: codes } = checkRegionCodes(table.regions.map(({ id }) => id));
  printNotes([...notes, ...table.notes, ...codes, ...found.notes]);
  printElsewhere();
  printCredits(framework);
}

async function readFiles(folder: string): Promise<Fresh> {
  const data = await readFolder(folder, needed);
  if (Object.keys(data).length === 0)
    throw new Error(`No file of a data set in ${folder}.\n\n${howToGoOn()}`);
  return { data, names: {}, notes: [] };
}

async function download(): Promise<Fresh> {
  try {
    return await downloadEurostat(frameworks.structural, {
      // A year or two more than may be used: the latest of a data set may have no figures of regions yet.
      time: year === "latest" ? { latest: maxAge + 3 } : { since: year - maxAge, until: year },
      cache: folderCache(flags.cache),
      retries: Number(flags.retries),
      onProgress: printProgress,
      ...(flags["base-url"] === undefined ? {} : { baseUrl: flags["base-url"] }),
    });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new Error(`Eurostat did not give what was asked for.\n${error.message}\n\n${howToGoOn()}`);
  } finally {
    clearProgress();
  }
}

function howToGoOn(): string {
  const url = "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1/data";
  return [
    "How to go on:",
    `- Try again later: what came is kept in ${flags.cache}, and only asked about.`,
    "- Or download these files by hand, where there is a network, into one folder, under these names:",
    ...needed.map((one) => `    ${one}.tsv.gz  ${url}/${one}?format=TSV&compressed=true`),
    "  and read them: npm run example:fresh -- --folder FOLDER. Files that are missing cost their indicators, no more.",
    "  In a program of your own: readEurostatTsv(await decode(bytes)) for each, then toRegionTable.",
  ].join("\n");
}

function printTable(table: StoriedTable): void {
  const { overall, indicators } = summariseCoverage(table);
  const { regions, framework, stories } = table;
  console.log(`${textIn(framework.name)}: ${regions.length} regions, ${indicators.length} indicators`);
  console.log(`Structural figures: ${overall.present} of ${overall.total} (${percent(overall.share)})\n`);
  console.log("indicator                   coverage  years");
  for (const { id, share } of indicators) {
    const years = stories[id]!.flatMap((story) => (story === null ? [] : [story.year]));
    console.log(`${cell(id, 26)}  ${percent(share).padStart(8)}  ${span(years)}`);
  }
}

function span(years: readonly number[]): string {
  if (years.length === 0) return "no figures";
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return from === to ? `${from}` : `${from}-${to}`;
}

function printList({ target, regions }: ReferenceRegions, { indicators }: Framework): void {
  console.log(`\nReference regions of ${textIn(target.name)} (${target.id})\n`);
  console.log(
    "rank  region                                   distance  closeness   coverage  alike above all in",
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
function printStories({ framework, regions, columns, stories }: StoriedTable, target: string): void {
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

function printElsewhere(): void {
  console.log("\nStructural indicators that Eurostat does not publish for these regions, or no longer");
  for (const { indicator, where } of publishedElsewhere)
    console.log(`- ${textIn(indicator.name)} (${indicator.id}): ${where.name}, ${where.url}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
