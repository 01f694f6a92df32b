// Makes a table of the figures that Eurostat publishes today, and finds reference regions in it.
//
//   npm run example:fresh -- [REGION] [--count N] [--year N] [--max-age N] [--cache DIR] [--folder DIR]
//                            [--without CODE,CODE]
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
} from "reference-regions";
import {
  checkRegionCodes,
  downloadEurostat,
  frameworks,
  type Observations,
  type StoriedTable,
  toRegionTable,
} from "reference-regions/eurostat";
import { dataSetsOf, withoutDataSets } from "./shared/data-sets.js";
import { folderCache } from "./shared/folder-cache.js";
import { printCredits, printNotes } from "./shared/print.js";
import { printElsewhere, printList, printStories, printTable } from "./shared/print-fresh.js";
import { clearProgress, printProgress } from "./shared/print-progress.js";
import { readFolder } from "./shared/read-folder.js";

const usage = `Usage: npm run example:fresh -- [REGION] [options]

REGION          the region that looks for its reference regions (default ES21)
--count N       how many to list (default 20)
--year N        the year of the figures (default: for each indicator the latest)
--max-age N     how many years older a figure may be where that of the year is missing (default 3)
--cache DIR     where replies are kept, and asked about again instead of downloaded
--folder DIR    read files that were downloaded before (CODE.tsv, CODE.tsv.gz or CODE.json), and use no network
--without CODES data sets to do without, with the indicators that need them: htec_emp_reg2,lfst_r_lfe2ecomm
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
    without: { type: "string", default: "" },
    "base-url": { type: "string" },
    retries: { type: "string", default: "2" },
    help: { type: "boolean", default: false },
  },
});
const maxAge = Number(flags["max-age"]);
const year = flags.year === undefined ? ("latest" as const) : Number(flags.year);
const wanted = withoutDataSets(frameworks.structural, flags.without.split(",")).framework;
const needed = dataSetsOf(wanted);

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
  const { framework, left } = withoutDataSets(wanted, missing);
  if (left.length > 0)
    console.log(
      `Without ${left.length} indicators, for there is no file of ${missing.join(", ")}: ${left.join(", ")}\n`,
    );
  const table = makeTable(data, framework, names);
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
    throw new Error(`No file of a data set in ${folder}.\n\n${howToGoOn([])}`);
  return { data, names: {}, notes: [] };
}

async function download(): Promise<Fresh> {
  try {
    return await downloadEurostat(wanted, {
      // A year or two more than may be used: the latest of a data set may have no figures of regions yet.
      time: year === "latest" ? { latest: maxAge + 3 } : { since: year - maxAge, until: year },
      cache: folderCache(flags.cache),
      retries: Number(flags.retries),
      onProgress: printProgress,
      ...(flags["base-url"] === undefined ? {} : { baseUrl: flags["base-url"] }),
    });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const failed = [...new Set(error.issues.flatMap(({ path }) => path ?? []))];
    throw new Error(
      `Eurostat did not give ${failed.length} of ${needed.length} data sets.\n${whatFailed(error)}\n\n${howToGoOn(failed)}`,
      { cause: error },
    );
  } finally {
    clearProgress();
  }
}

/** Each kind of failure once, with the data sets that it befell. */
function whatFailed({ issues }: DataError): string {
  return [...new Set(issues.map(({ code }) => code))]
    .map((code) => {
      const [first, ...others] = issues.filter((one) => one.code === code);
      const rest = [...new Set(others.flatMap(({ path }) => path ?? []))];
      return `- ${first!.message}${rest.length === 0 ? "" : `\n  The same (${code}): ${rest.join(", ")}`}`;
    })
    .join("\n");
}

function howToGoOn(failed: readonly string[]): string {
  const url = "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1/data";
  const some = failed.length > 0 && failed.length < needed.length;
  return [
    "How to go on:",
    `- Try again later: what came is kept in ${flags.cache}, and only asked about.`,
    ...(some ? [`- Or do without: npm run example:fresh -- --without ${failed.join(",")}`] : []),
    "- Or download these files by hand, where there is a network, into one folder, under these names:",
    ...needed.map((one) => `    ${one}.tsv.gz  ${url}/${one}?format=TSV&compressed=true`),
    "  and read them: npm run example:fresh -- --folder FOLDER. Files that are missing cost their indicators, no more.",
    "  In a program of your own: readEurostatTsv(await decode(bytes)) for each, then toRegionTable.",
  ].join("\n");
}

/** The table; where Eurostat has renamed a code, the error says what to do without. */
function makeTable(data: Fresh["data"], framework: Framework, names: Fresh["names"]): StoriedTable {
  try {
    return toRegionTable(data, framework, { year, maxAge, names });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const at = error.issues.flatMap(({ path }) => /^indicators\[(\d+)\]/.exec(path ?? "")?.[1] ?? []);
    const affected = dataSetsOf({
      ...framework,
      indicators: at.map((i) => framework.indicators[Number(i)]!),
    });
    throw new Error(
      `${error.message}\n\nHow to go on: give a framework of your own the codes that Eurostat uses now, or do without: --without ${affected.join(",")}`,
      { cause: error },
    );
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
