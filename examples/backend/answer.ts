import {
  analyse,
  assessSensitivity,
  benchmarkAgainst,
  clusterRegions,
  explainPair,
  findReferenceRegions,
  type LongTaskOptions,
  type Plan,
  type PlanInput,
  type PresetName,
  parseFramework,
  parsePlan,
  plans,
  type Row,
  readRegionRows,
  readRegionsCsv,
  suggestClusterCountAsync,
  toCsv,
  toGeoJson,
  toJson,
  toMarkdown,
} from "reference-regions";
import { checkPlanSizes, checkTableSize, type Limits } from "./limits.js";
import type { Tables } from "./table-cache.js";
import type { Answer, Questions, Task, Upload } from "./tasks.js";

/** What is there to answer with: tables, limits, and how to be stopped and to say how far one is. */
export interface Means extends LongTaskOptions {
  readonly tables: Tables;
  readonly limits: Limits;
}

/** Answers with what the library answers: no number is made here. */
export function answerTo(task: Task, means: Means): Promise<Answer> {
  switch (task.kind) {
    case "reference-regions":
      return list(task, means);
    case "pair":
      return pair(task, means);
    case "typology":
      return typology(task, means);
    case "benchmark":
      return benchmark(task, means);
    case "report":
      return report(task, means);
    case "explorer":
      return explorer(task, means);
    case "sensitivity":
      return sensitivity(task, means);
    case "read":
      return read(task, means);
    case "heap":
      return heap();
  }
}

const json = (value: unknown): Answer => ({ text: JSON.stringify(value), type: "application/json" });
const csv = (text: string): Answer => ({ text, type: "text/csv; charset=utf-8; header=present" });

async function list(asked: Questions["reference-regions"], { tables, limits }: Means): Promise<Answer> {
  const plan = planOf(asked, limits);
  const { language, format } = asked;
  const found = findReferenceRegions(await tables.space(asked.table, plan), asked.target, plan.reference);
  if (format === "csv") return csv(toCsv(found, { language }));
  if (format !== "geojson") return json(found);
  const places = toGeoJson(found, await tables.table(asked.table), { language });
  return { text: JSON.stringify(places), type: "application/geo+json" };
}

async function pair(asked: Questions["pair"], { tables, limits }: Means): Promise<Answer> {
  return json(explainPair(await tables.space(asked.table, planOf(asked, limits)), asked.a, asked.b));
}

async function typology(asked: Questions["typology"], { tables, limits, signal }: Means): Promise<Answer> {
  const given = baseOf(asked.plan);
  const own = JSON.parse(JSON.stringify({ k: asked.k, method: asked.method, seed: asked.seed })) as object;
  const plan = checked({ ...given, typology: { ...given.typology, ...own } }, limits);
  const { k, ...choices } = plan.typology!;
  const space = await tables.space(asked.table, plan);
  const types = k ?? (await suggestClusterCountAsync(space, { ...choices, signal })).k;
  const found = clusterRegions(space, { ...choices, k: types });
  return asked.format === "csv" ? csv(toCsv(found, { language: asked.language })) : json(found);
}

async function benchmark(asked: Questions["benchmark"], { tables, limits }: Means): Promise<Answer> {
  const plan = planOf(asked, limits);
  const found = findReferenceRegions(await tables.space(asked.table, plan), asked.target, plan.reference);
  const compared = benchmarkAgainst(await tables.table(asked.table), found, plan.benchmark);
  return asked.format === "csv" ? csv(toCsv(compared, { language: asked.language })) : json(compared);
}

async function report(
  asked: Questions["report"],
  { tables, limits, signal, onProgress }: Means,
): Promise<Answer> {
  const plan = planOf(asked, limits);
  const table = await tables.table(asked.table);
  const whole = { ...plan, benchmark: plan.benchmark ?? {} };
  const analysis = await analyse(table, asked.target, whole, { signal, onProgress });
  if (asked.format === "json") return { text: toJson(analysis), type: "application/json" };
  const text = await toMarkdown(analysis, { language: asked.language });
  return { text, type: "text/markdown; charset=utf-8" };
}

async function explorer(asked: Questions["explorer"], { tables, limits }: Means): Promise<Answer> {
  const plan = planOf(asked, limits);
  const { renderExplorer } = await import("reference-regions/explorer");
  const text = renderExplorer(await tables.table(asked.table), { plan, language: asked.language });
  return { text, type: "text/html; charset=utf-8" };
}

async function sensitivity(
  asked: Extract<Task, { kind: "sensitivity" }>,
  { tables, limits, signal, onProgress }: Means,
): Promise<Answer> {
  const plan = planOf(asked, limits);
  // Also what a plan leaves out has its size.
  checkPlanSizes(parsePlan({ sensitivity: plan.sensitivity ?? {} }), limits);
  const table = await tables.table(asked.table);
  const options = { ...plan.sensitivity, plan, signal, onProgress };
  return json(await assessSensitivity(table, asked.target, options));
}

async function read(
  { framework, frameworkOf, csv, rows, options }: Upload,
  { tables, limits }: Means,
): Promise<Answer> {
  const meaning =
    frameworkOf === undefined ? parseFramework(framework) : (await tables.table(frameworkOf)).framework;
  const { name, indicators } = meaning;
  checkTableSize({ regions: rows?.length ?? 0, indicators: indicators.length }, limits);
  const table =
    csv === undefined
      ? readRegionRows(rows as readonly Row[], meaning, options)
      : readRegionsCsv(csv, meaning, options);
  const about = { name, regions: table.regions.length, indicators: indicators.length };
  checkTableSize(about, limits);
  return { ...json(table), about };
}

/** How much of the heap is in use, after what is no longer used was thrown away (where Node runs with `--expose-gc`). */
async function heap(): Promise<Answer> {
  (globalThis as { gc?: () => void }).gc?.();
  return json(process.memoryUsage().heapUsed);
}

interface AskedPlan {
  readonly plan?: PlanInput | PresetName | undefined;
  readonly count?: number | undefined;
  readonly excludeSameCountry?: boolean | undefined;
}

function planOf({ plan, count, excludeSameCountry }: AskedPlan, limits: Limits): Plan {
  const given = baseOf(plan);
  const { reference } = given;
  const exclude = excludeSameCountry === undefined ? {} : { sameCountry: excludeSameCountry };
  return checked(
    {
      ...given,
      reference: {
        ...reference,
        ...(count === undefined ? {} : { count }),
        ...(excludeSameCountry === undefined ? {} : { exclude: { ...reference?.exclude, ...exclude } }),
      },
    },
    limits,
  );
}

function baseOf(plan: PlanInput | PresetName = "orkestra"): PlanInput {
  return typeof plan === "string" ? plans[plan] : plan;
}

function checked(input: PlanInput, limits: Limits): Plan {
  const plan = parsePlan(input);
  checkPlanSizes(plan, limits);
  return plan;
}
