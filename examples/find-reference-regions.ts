// Finds the reference regions of one region and says why.
//
//   npm run example -- [REGION] [--count N] [--exclude-same-country] [--data FILE.csv --framework FILE.json] [--plan NAME|FILE.json]
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  type Analysis,
  analyse,
  type Framework,
  type PlanInput,
  parseFramework,
  parsePlan,
  type ReferenceRegion,
  readRegionsCsv,
  textIn,
} from "reference-regions";

const usage = `Usage: npm run example -- [REGION] [options]

REGION                   the region that looks for its reference regions (default ES21)
--count N                how many to list (default 20)
--exclude-same-country   leave out the regions of its own country
--data FILE.csv          own table instead of the bundled one, with
--framework FILE.json    the framework that says what its columns mean
--plan NAME|FILE.json    orkestra (default), balanced, or an own plan`;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string" },
    "exclude-same-country": { type: "boolean", default: false },
    data: { type: "string" },
    framework: { type: "string" },
    plan: { type: "string", default: "orkestra" },
    help: { type: "boolean", default: false },
  },
});

const bundled = (name: string): URL => new URL(`../../fixtures/eu-nuts2/${name}`, import.meta.url);

async function main(): Promise<void> {
  if (flags.help) return console.log(usage);
  if ((flags.data === undefined) !== (flags.framework === undefined)) {
    throw new Error(
      "--data and --framework belong together: the framework says what the columns of the data mean.",
    );
  }
  const framework = parseFramework(
    JSON.parse(readFileSync(flags.framework ?? bundled("framework.json"), "utf8")),
  );
  const table = readRegionsCsv(readFileSync(flags.data ?? bundled("regions.csv"), "utf8"), framework);
  const analysis = await analyse(table, positionals[0] ?? "ES21", readPlan());
  print(analysis, framework);
  printWeights(analysis, framework);
  printCredits(framework);
}

function readPlan(): PlanInput {
  const plan = parsePlan(
    flags.plan.endsWith(".json") ? JSON.parse(readFileSync(flags.plan, "utf8")) : flags.plan,
  );
  const { exclude } = plan.reference;
  return {
    ...plan,
    reference: {
      ...plan.reference,
      ...(flags.count === undefined ? {} : { count: Number(flags.count) }),
      ...(flags["exclude-same-country"] ? { exclude: { ...exclude, sameCountry: true } } : {}),
    },
  };
}

function print({ target, reference, plan, notes }: Analysis, framework: Framework): void {
  const { name, from, to } = reference.vintage;
  const years = from === null ? "years not stated" : from === to ? `${from}` : `${from}-${to}`;
  console.log(`Reference regions of ${textIn(target.name)} (${target.id})`);
  console.log(`Data: ${textIn(name)}, figures of ${years}`);
  console.log(`Plan: ${plan.name}; metric ${reference.metric}; ${reference.regions.length} regions listed\n`);
  console.log(
    "rank  region                                   distance  similarity  closeness   coverage  alike above all in",
  );
  for (const region of reference.regions) console.log(line(region, framework));
  if (reference.tied.length > 0)
    console.log(`\nTied with the last: ${reference.tied.map(({ id }) => id).join(", ")}`);
  console.log(`\nNotes\n${notes.map(({ message }) => `- ${message}`).join("\n")}`);
}

/** What each dimension weighs on paper, and its mean share of the distance over all pairs of regions. */
function printWeights({ plan, weights }: Analysis, { dimensions }: Framework): void {
  console.log(`\nWhat the weights do (${plan.weigh.scheme})`);
  console.log("dimension       on paper  in effect");
  for (const { id, nominal, effective } of weights.dimensions) {
    const name = textIn(dimensions.find((one) => one.id === id)?.name ?? id);
    console.log(`${name.padEnd(16)}${percent(nominal).padStart(8)}${percent(effective).padStart(11)}`);
  }
  for (const { message } of weights.notes) console.log(`- ${message}`);
}

function printCredits({ credits = [] }: Framework): void {
  if (credits.length > 0) console.log(`\nData credits\n${credits.map((credit) => `- ${credit}`).join("\n")}`);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function line(region: ReferenceRegion, framework: Framework): string {
  const who = `${region.id}  ${textIn(region.name)}`;
  return [
    String(region.rank).padStart(4),
    (who.length > 39 ? `${who.slice(0, 38)}…` : who).padEnd(39),
    region.distance.toFixed(4).padStart(8),
    region.similarity.toFixed(0).padStart(10),
    region.closeness.padEnd(10),
    percent(region.coverage).padStart(8),
    strongestReasons(region, framework),
  ].join("  ");
}

/** The two indicators that bring the pair nearest, with the target's value and the other's. */
function strongestReasons({ reasons, contributions }: ReferenceRegion, { indicators }: Framework): string {
  const told = reasons?.unites.slice(0, 2).map((id) => {
    const values = contributions?.indicators.find((one) => one.id === id);
    return `${textIn(indicators.find((one) => one.id === id)?.name ?? id)} (${values?.target} / ${values?.value})`;
  });
  return told?.join("; ") ?? "";
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
