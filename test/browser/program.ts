// What browser.test.ts runs in Node and in a page: plain data in, plain data out.
import {
  assessSensitivity,
  assessStability,
  buildSpace,
  type ClusterCountAdvice,
  type ClusterCountOptions,
  type ClusterMethod,
  clusterMethods,
  clusterRegions,
  type DropOne,
  dropOne,
  findNearest,
  type Progress,
  parseFramework,
  prepare,
  readRegionsCsv,
  type Sensitivity,
  type SensitivitySurvey,
  type Stability,
  type StabilityOptions,
  type StructuralSpace,
  suggestClusterCount,
  suggestClusterCountAsync,
  surveySensitivity,
  type Typology,
} from "reference-regions";

/** A table as text, and the framework that describes it. */
export interface TableText {
  readonly csv: string;
  readonly framework: unknown;
}

/** Every method, for two numbers of types and two seeds. */
export function makeTypologies(table: TableText): Typology[] {
  const space = spaceOf(table);
  return clusterMethods.flatMap((method) =>
    [4, 8].flatMap((k) => [1, 2].map((seed) => clusterRegions(space, { method, k, seed }))),
  );
}

/** The number of types by every method. */
export function countTypes(table: TableText): ClusterCountAdvice[] {
  const space = spaceOf(table);
  return clusterMethods.map((method) => suggestClusterCount(space, { method, to: 6, draws: 10 }));
}

/** The stability of types of every method. */
export async function shakeTypes(table: TableText): Promise<Stability[]> {
  const space = spaceOf(table);
  const assess = (method: ClusterMethod) => assessStability(space, { method, k: 5, draws: 10 });
  return Promise.all(clusterMethods.map(assess));
}

/** What `shakeLists` finds. */
export interface Shaken {
  readonly sensitivity: Sensitivity;
  readonly survey: SensitivitySurvey;
  readonly dropped: DropOne;
  readonly nearest: {
    readonly search: string;
    readonly neighbours: readonly number[];
    readonly distances: readonly number[];
  };
}

/** How sure lists are, and the nearest regions of all by either search. */
export async function shakeLists(table: TableText, many: TableText): Promise<Shaken> {
  const { csv, framework } = table;
  const regions = readRegionsCsv(csv, parseFramework(framework));
  const { neighbours, distances, search } = await findNearest(spaceOf(many), { count: 5 });
  return {
    sensitivity: await assessSensitivity(regions, "ES21", { draws: 60, seed: 5 }),
    survey: await surveySensitivity(regions, { draws: 4 }),
    dropped: await dropOne(regions, "ES21", { level: "elements" }),
    nearest: { search, neighbours: [...neighbours], distances: [...distances] },
  };
}

/** What may take long enough that a page must stay free meanwhile. */
const longTasks: {
  readonly [name: string]: (
    space: StructuralSpace,
    options: StabilityOptions | ClusterCountOptions,
  ) => Promise<unknown>;
} = { assessStability, suggestClusterCountAsync };

/** What a page notices of a long task; times in ms. */
export interface Watched {
  /** Null where the task came to its end. */
  readonly error: string | null;
  readonly took: number;
  /** How often the page could do something else. */
  readonly beats: number;
  /** The longest time in which it could not. */
  readonly longestGap: number;
  readonly progress: readonly Progress[];
}

/** Runs a long task while a heart beats beside it; aborts it after so many ms, if any. */
export async function watch(
  name: string,
  options: StabilityOptions | ClusterCountOptions,
  table: TableText,
  abortAfter?: number,
): Promise<Watched> {
  const space = spaceOf(table);
  const progress: Progress[] = [];
  const onProgress = (one: Progress) => progress.push(one);
  const abort = new AbortController();
  let error: string | null = null;
  const beats = [performance.now()];
  const beat = () => beats.push(performance.now());
  const heart = setInterval(beat, 10);
  if (abortAfter !== undefined) setTimeout(() => abort.abort(new Error("enough")), abortAfter);
  try {
    await longTasks[name]!(space, { ...options, signal: abort.signal, onProgress });
  } catch (reason) {
    error = (reason as Error).message;
  }
  clearInterval(heart);
  beat();
  return {
    error,
    took: beats.at(-1)! - beats[0]!,
    beats: beats.length - 2,
    longestGap: Math.max(...beats.slice(1).map((time, i) => time - beats[i]!)),
    progress,
  };
}

function spaceOf({ csv, framework }: TableText): StructuralSpace {
  return buildSpace(prepare(readRegionsCsv(csv, parseFramework(framework))));
}
