// Finds the reference regions of one region and says why.
//
//   npm run example -- [REGION] [--count N] [--exclude-same-country] [--sure] [--learn] [--types N] [--data FILE.csv --framework FILE.json]
//                      [--plan NAME|FILE.json]
import { parseArgs } from "node:util";
import {
  type Analysis,
  analyse,
  type Framework,
  type PlanInput,
  type ReferenceRegion,
  textIn,
} from "reference-regions";
import { planOfFlag } from "./shared/plan-of-flag.js";
import { cell, methodFor, percent, printCredits, printNotes, printVintage } from "./shared/print.js";
import { printBenchmark, printLeaders } from "./shared/print-performance.js";
import { printSensitivity } from "./shared/print-sensitivity.js";
import { tableOfFlags } from "./shared/table-of-flags.js";

const usage = `Usage: npm run example -- [REGION] [options]

REGION                   the region that looks for its reference regions (default ES21)
--count N                how many to list (default 20)
--exclude-same-country   leave out the regions of its own country
--sure                   how sure each region is: 1,000 variants of the plan
--learn                  how the region performs against its list, and whom to learn from
--types N                into how many types all regions are divided (default 8; 0 for none)
--data FILE.csv          own table instead of the bundled one, with
--framework FILE.json    the framework that says what its columns mean
--plan NAME|FILE.json    orkestra (default), balanced, or an own plan`;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string" },
    "exclude-same-country": { type: "boolean", default: false },
    sure: { type: "boolean", default: false },
    learn: { type: "boolean", default: false },
    types: { type: "string" },
    data: { type: "string" },
    framework: { type: "string" },
    plan: { type: "string", default: "orkestra" },
    help: { type: "boolean", default: false },
  },
});

/** Types are found among so many regions a type at least, when the user names no number. */
const REGIONS_A_TYPE = 5;

async function main(): Promise<void> {
  if (flags.help) return console.log(usage);
  const { framework, table } = tableOfFlags(flags);
  const most = Math.floor(table.regions.length / REGIONS_A_TYPE);
  const analysis = await analyse(table, positionals[0] ?? "ES21", readPlan(Math.min(8, most)));
  print(analysis, framework);
  printSensitivity(analysis, framework);
  printBenchmark(analysis);
  printLeaders(analysis, table.framework);
  printType(analysis);
  printNotes(analysis.notes);
  printWeights(analysis, framework);
  printCredits(framework);
}

function readPlan(usual: number): PlanInput {
  const plan = planOfFlag(flags.plan);
  const { exclude } = plan.reference;
  const k = flags.types === undefined ? usual : Number(flags.types);
  // Fewer starts than usual: the answer shall come at once.
  const typology = k === 0 || k === 1 ? undefined : { method: methodFor(plan), k, starts: 20 };
  return {
    ...plan,
    reference: {
      ...plan.reference,
      ...(flags.count === undefined ? {} : { count: Number(flags.count) }),
      ...(flags["exclude-same-country"] ? { exclude: { ...exclude, sameCountry: true } } : {}),
    },
    ...(flags.sure ? { sensitivity: plan.sensitivity ?? {} } : {}),
    ...(flags.learn ? { benchmark: plan.benchmark ?? {} } : {}),
    typology: flags.types === undefined ? (plan.typology ?? typology) : typology,
  };
}

function print({ target, reference, plan }: Analysis, framework: Framework): void {
  console.log(`Reference regions of ${textIn(target.name)} (${target.id})`);
  printVintage(reference.vintage);
  console.log(`Plan: ${plan.name}; metric ${reference.metric}; ${reference.regions.length} regions listed\n`);
  console.log(
    "rank  region                                   distance  similarity  closeness   coverage  alike above all in",
  );
  for (const region of reference.regions) console.log(line(region, framework));
  if (reference.tied.length > 0)
    console.log(`\nTied with the last: ${reference.tied.map(({ id }) => id).join(", ")}`);
}

/** The type of the target, its mates, and the reference regions that are of other types. */
function printType({ typology, type }: Analysis): void {
  if (typology === undefined || type === undefined) return;
  console.log(`\nType (${typology.k} types of ${typology.regions.length} regions by ${typology.method})`);
  console.log(type.sentence);
  if (type.label === null) return;
  console.log(`Type ${type.label}: ${type.name}. Most central: ${type.medoid}.`);
  console.log(`Mates: ${type.mates.join(", ") || "none"}`);
  const others = type.ofOtherTypes.map(({ id, label }) => `${id} (${label ?? "none"})`);
  if (others.length > 0) console.log(`Reference regions of other types: ${others.join(", ")}`);
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

function line(region: ReferenceRegion, framework: Framework): string {
  const who = `${region.id}  ${textIn(region.name)}`;
  return [
    String(region.rank).padStart(4),
    cell(who, 39),
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
