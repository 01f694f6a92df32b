import {
  type AnalyseOptions,
  analyse,
  buildSpace,
  findReferenceRegions,
  type PlanInput,
  type Progress,
  parsePlan,
  plans,
  prepare,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework, makeTable } from "./support/tables.js";

const framework = makeFramework({
  dimensions: [
    { id: "social", name: "Social" },
    { id: "economic", name: "Economic" },
  ],
  indicators: ["age", "births", { id: "jobs", dimension: "economic" }, { id: "flat", dimension: "economic" }],
});
const table = makeTable(
  {
    age: [40, 42, 45, 39, 50, null],
    births: [9, 8, 7, 10, 6, 7],
    jobs: [300, 310, 100, 320, 5, 90],
    flat: [1, 1, 1, 1, 1, 1],
  },
  { framework },
);
const own: PlanInput = {
  name: "own",
  prepare: { impute: "median", treat: "none", normalise: "z-score" },
  weigh: { scheme: "given", dimensions: { social: 1, economic: 3 } },
  space: { metric: "manhattan", minCoverage: 0.5 },
  reference: { count: 3, exclude: { regions: ["R02"] } },
};

describe("analyse", () => {
  it("equals the stages called by hand", async () => {
    const { reference, target, plan } = await analyse(table, "R01", own);
    const prepared = prepare(table, own.prepare);
    const space = buildSpace(prepared, { ...own.space, weights: weigh(prepared, own.weigh) });
    expect(reference).toStrictEqual(findReferenceRegions(space, "R01", own.reference));
    expect(target).toEqual({ id: "R01", name: "R01", country: null });
    expect(plan).toStrictEqual(parsePlan(own));
  });

  it("without a plan follows orkestra", async () => {
    const analysis = await analyse(table, "R01");
    expect(analysis.plan).toEqual(plans.orkestra);
    expect(analysis).toStrictEqual(await analyse(table, "R01", "orkestra"));
    expect(analysis).toStrictEqual(await analyse(table, "R01", plans.orkestra));
  });

  it("collects the notes of every stage, the plan's own first", async () => {
    const { notes } = await analyse(table, "R01", { ...own, description: "For this test." });
    expect(notes.map(({ code }) => code)).toEqual(["plan", "constant-indicator", "imputed"]);
    expect(notes[0]).toEqual({ code: "plan", plan: "own", message: "Plan own: For this test." });
    expect((await analyse(table, "R01", "balanced")).notes[0]!.message).toMatch(/weights by redundancy/);
  });

  it("says of the preset orkestra that it is a reconstruction", async () => {
    expect((await analyse(table, "R01")).notes[0]!.message).toMatch(/^Plan orkestra: Reconstruction /);
  });

  it("keeps target and plan in its recipe", async () => {
    const { recipe, plan } = await analyse(table, "R01", own);
    expect(recipe).toMatchObject({ package: "reference-regions", framework: "test", target: "R01" });
    expect(recipe.plan).toStrictEqual({ ...plan });
  });

  it("rejects with the errors of the stages", async () => {
    await expect(analyse(table, "R1", own)).rejects.toThrow('Did you mean "R01"?');
    await expect(analyse(table, "R01", { space: { metric: "euclid" as never } })).rejects.toThrow(
      "plan.space.metric",
    );
    await expect(analyse(table, "R01", "orkstra" as never)).rejects.toThrow('Did you mean "orkestra"?');
    const elsewhere = { scheme: "given", dimensions: { north: 1 } } as const;
    await expect(analyse(table, "R01", { weigh: elsewhere })).rejects.toThrow('got "north"');
  });
});

describe("the progress of an analysis", () => {
  it("names each stage as it begins, in order, and ends with all done", async () => {
    const seen: Progress[] = [];
    await analyse(table, "R01", own, { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([
      { stage: "prepare", done: 0, total: 5 },
      { stage: "weigh", done: 1, total: 5 },
      { stage: "space", done: 2, total: 5 },
      { stage: "reference", done: 3, total: 5 },
      { stage: "describe", done: 4, total: 5 },
      { stage: "done", done: 5, total: 5 },
    ]);
  });

  it("gives the event loop back between stages", async () => {
    let turns = 0;
    const turn = (): void => {
      turns++;
      timer = setTimeout(turn, 0);
    };
    let timer = setTimeout(turn, 0);
    await analyse(table, "R01", own);
    clearTimeout(timer);
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});

describe("an aborted analysis", () => {
  const reason = new Error("the user went on");
  const run = (options: AnalyseOptions): Promise<unknown> => analyse(table, "R01", own, options);

  it("rejects at once with the signal's reason when the signal is aborted before", async () => {
    const seen: Progress[] = [];
    const signal = AbortSignal.abort(reason);
    await expect(run({ signal, onProgress: (progress) => seen.push(progress) })).rejects.toBe(reason);
    expect(seen).toEqual([]);
  });

  it.each(["prepare", "weigh", "space", "reference"])(
    "stops in between when it is aborted at %s",
    async (last) => {
      const controller = new AbortController();
      const seen: string[] = [];
      const onProgress = ({ stage }: Progress): void => {
        seen.push(stage);
        if (stage === last) controller.abort(reason);
      };
      await expect(run({ signal: controller.signal, onProgress })).rejects.toBe(reason);
      expect(seen.at(-1)).toBe(last);
    },
  );

  it("stops when it is aborted from outside, while it has given the event loop back", async () => {
    const controller = new AbortController();
    const running = run({ signal: controller.signal });
    setTimeout(() => controller.abort(reason), 0);
    await expect(running).rejects.toBe(reason);
  });

  it("rejects with an AbortError where no reason is given", async () => {
    await expect(run({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });
});
