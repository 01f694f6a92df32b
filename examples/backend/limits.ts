import { issue, ProblemError } from "./problem.js";

/** How much one request, and all together, may take. Every limit can be set for a deployment: `buildServer({ limits: { rows: 500 } })`. */
export interface Limits {
  /** Bytes of a table that is uploaded. */
  readonly uploadBytes: number;
  /** Tables that are uploaded at once. */
  readonly uploads: number;
  /** Bytes of any other request: a plan with its target. */
  readonly questionBytes: number;
  /** Characters of a framework, as JSON. */
  readonly frameworkLength: number;
  /** How deep arrays and objects of a request stand in each other. */
  readonly depth: number;
  /** Regions of a table. */
  readonly rows: number;
  /** Indicators of a table. */
  readonly columns: number;
  /** Variants of a sensitivity analysis. */
  readonly draws: number;
  /** Resamples of a benchmark. */
  readonly resamples: number;
  /** Starts of k-means and k-medoids. */
  readonly starts: number;
  /** Types of a typology. */
  readonly types: number;
  /** Issues that a problem document carries; it says how many there are. */
  readonly issues: number;
  /** A request must be answered within so many ms. */
  readonly answerMs: number;
  /** A job must be done within so many ms. */
  readonly jobMs: number;
  /** Who sends or reads nothing for so many ms is let go. */
  readonly idleMs: number;
  /** An event stream says that it lives every so many ms. */
  readonly heartbeatMs: number;
  /** How long work may go on after it was told to stop, before its thread is ended. */
  readonly graceMs: number;
  /** Questions that wait for a thread. */
  readonly waiting: number;
  /** Jobs that wait or run. */
  readonly openJobs: number;
  /** Jobs that are over and can still be asked for; the oldest go first. */
  readonly keptJobs: number;
  /** Event streams at once. */
  readonly streams: number;
  /** Connections at once. */
  readonly connections: number;
  /** Bytes of the storage as a whole. */
  readonly storageBytes: number;
  /** Megabytes of the heap of one worker. */
  readonly workerMegabytes: number;
}

export const defaultLimits: Limits = {
  uploadBytes: 5_000_000,
  uploads: 20,
  questionBytes: 64_000,
  frameworkLength: 500_000,
  depth: 32,
  rows: 5_000,
  columns: 200,
  draws: 5_000,
  resamples: 10_000,
  starts: 1_000,
  types: 100,
  issues: 100,
  answerMs: 20_000,
  jobMs: 600_000,
  idleMs: 30_000,
  heartbeatMs: 10_000,
  graceMs: 500,
  waiting: 200,
  openJobs: 20,
  keptJobs: 100,
  streams: 100,
  connections: 2_000,
  storageBytes: 1_000_000_000,
  workerMegabytes: 512,
};

/** The sizes of a plan that decide how long it takes. */
export interface PlanSizes {
  readonly sensitivity?: { readonly draws: number; readonly lists: number } | undefined;
  readonly benchmark?: { readonly resamples: number } | undefined;
  readonly typology?: { readonly k?: number | undefined; readonly starts?: number | undefined } | undefined;
}

/** Refuses a plan that asks for more than a request may, with every such place. */
export function checkPlanSizes({ sensitivity, benchmark, typology }: PlanSizes, limits: Limits): void {
  const sizes: readonly (readonly [path: string, asked: number | undefined, most: number])[] = [
    ["plan.sensitivity.draws", sensitivity?.draws, limits.draws],
    ["plan.sensitivity.lists", sensitivity?.lists, limits.draws],
    ["plan.benchmark.resamples", benchmark?.resamples, limits.resamples],
    ["plan.typology.k", typology?.k, limits.types],
    ["plan.typology.starts", typology?.starts, limits.starts],
  ];
  const issues = sizes.flatMap(([path, asked, most]) =>
    asked === undefined || asked <= most
      ? []
      : [issue("over-limit", path, `expected at most ${most}, got ${asked}. Ask for less.`)],
  );
  if (issues.length > 0) throw new ProblemError("over-limit", { issues });
}

/** Refuses a table that is larger than this server takes. */
export function checkTableSize(
  { regions, indicators }: { readonly regions: number; readonly indicators: number },
  limits: Limits,
): void {
  const issues = [
    ...(regions <= limits.rows
      ? []
      : [
          issue(
            "over-limit",
            "table.regions",
            `expected at most ${limits.rows}, got ${regions}. Leave some out.`,
          ),
        ]),
    ...(indicators <= limits.columns
      ? []
      : [
          issue(
            "over-limit",
            "framework.indicators",
            `expected at most ${limits.columns}, got ${indicators}. Leave some out.`,
          ),
        ]),
  ];
  if (issues.length > 0) throw new ProblemError("table-too-large", { issues });
}
