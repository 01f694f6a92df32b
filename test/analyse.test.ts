import {
  type AnalyseOptions,
  analyse,
  benchmarkAgainst,
  buildSpace,
  clusterRegions,
  findLeaders,
  findReferenceRegions,
  locateInTypology,
  type PlanInput,
  type Progress,
  parsePlan,
  plans,
  prepare,
  suggestClusterCount,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { makePerformance } from "./support/performance.js";
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
    expect(notes[0]).toEqual({
      code: "plan",
      plan: "own",
      description: "For this test.",
      message: "Plan own: For this test.",
    });
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

describe("an analysis with types", () => {
  const types: PlanInput = { ...own, typology: { method: "average", k: 2 } };
  const open: PlanInput = { ...own, typology: {} };
  const spaceOfOwn = () => {
    const prepared = prepare(table, own.prepare);
    return buildSpace(prepared, { ...own.space, weights: weigh(prepared, own.weigh) });
  };

  it("equals the stages called by hand", async () => {
    const { typology, type, reference, clusterCount } = await analyse(table, "R01", types);
    const space = spaceOfOwn();
    expect(typology).toStrictEqual(clusterRegions(space, { method: "average", k: 2 }));
    expect(type).toStrictEqual(locateInTypology(typology!, reference));
    expect(type!.target).toBe("R01");
    expect(clusterCount).toBeUndefined();
  });

  it("that leaves the number open asks how many there are, and keeps the answer", async () => {
    const { typology, clusterCount, plan } = await analyse(table, "R01", open);
    const space = spaceOfOwn();
    expect(clusterCount).toEqual(suggestClusterCount(space));
    expect(typology).toStrictEqual(clusterRegions(space, { method: "ward", k: clusterCount!.k }));
    expect(plan.typology).toStrictEqual({ method: "ward", seed: 1 });
  });

  it("hands seed and starts on to both", async () => {
    const choices = { method: "k-medoids", seed: 7, starts: 3 } as const;
    const { typology, clusterCount } = await analyse(table, "R01", { ...own, typology: choices });
    expect(clusterCount!.recipe.call!.options).toMatchObject(choices);
    expect(typology!.recipe.plan.typology).toStrictEqual({ ...choices, k: clusterCount!.k });
  });

  it("finds the reference regions that it finds without", async () => {
    const [plain, typed] = await Promise.all([analyse(table, "R01", own), analyse(table, "R01", types)]);
    expect(typed.reference).toStrictEqual(plain.reference);
    expect(Object.keys(plain).filter((key) => !(key in typed))).toEqual([]);
    for (const key of ["typology", "type", "clusterCount"]) expect(plain).not.toHaveProperty(key);
  });

  it("adds the notes of the number of types and of the types, in this order, behind all others", async () => {
    const { notes, clusterCount, typology } = await analyse(table, "R01", open);
    const added = [...clusterCount!.notes, ...typology!.notes];
    expect(typology!.notes.map(({ code }) => code)).toContain("not-euclidean");
    expect(notes.slice(-added.length)).toEqual(added);
    expect(notes.slice(0, -added.length)).toEqual((await analyse(table, "R01", own)).notes);
  });

  it("has a recipe that replays it", async () => {
    for (const plan of [types, open]) {
      const first = await analyse(table, "R01", plan);
      const stored = JSON.parse(JSON.stringify(first.recipe)) as typeof first.recipe;
      expect(await analyse(table, stored.target!, stored.plan as PlanInput)).toStrictEqual(first);
    }
  });

  it("says of a target that cannot be compared with all others that it has no type", async () => {
    // R04 shares no figure with R01 and R02, but has R03 and R05 for neighbours.
    const gappy = makeTable({ x: [1, 2, 3, null, 5], y: [null, null, 3, 4, 1] });
    const plan: PlanInput = { space: { minCoverage: 0.5 }, typology: { k: 2 } };
    const { type, notes, reference } = await analyse(gappy, "R04", plan);
    expect(reference.regions.map(({ id }) => id)).toEqual(["R03", "R05"]);
    expect(type).toMatchObject({
      label: null,
      mates: [],
      ofSameType: 0,
      sentence: "R04 has too few figures to be given a type.",
    });
    expect(notes.map(({ code }) => code)).toContain("unassigned");
  });

  it("rejects with the errors of types, those of the plan with their path", async () => {
    await expect(analyse(table, "R01", { ...own, typology: { k: 7 } })).rejects.toThrow(
      "clusterRegions.k: expected at most 6, as there are 6 regions, got 7. Lower k.",
    );
    await expect(analyse(table, "R01", { ...own, typology: { method: "k-means" } })).rejects.toThrow(
      "suggestClusterCount.method: k-means expected a metric with centres",
    );
    await expect(
      analyse(table, "R01", { ...own, typology: { k: 0, method: "wart" as "ward" } }),
    ).rejects.toThrow(
      /plan\.typology\.method: .* Did you mean "ward"\?\n.*plan\.typology\.k: expected a number of at least 1, got 0/,
    );
  });

  it("tells its stages, and within them how far the types are", async () => {
    const seen: Progress[] = [];
    await analyse(
      table,
      "R01",
      { ...types, typology: { method: "k-medoids", k: 2 } },
      {
        onProgress: (progress) => seen.push(progress),
      },
    );
    expect(seen).toEqual([
      { stage: "prepare", done: 0, total: 6 },
      { stage: "weigh", done: 1, total: 6 },
      { stage: "space", done: 2, total: 6 },
      { stage: "reference", done: 3, total: 6 },
      { stage: "typology", done: 4, total: 6 },
      { stage: "describe", done: 5, total: 6 },
      { stage: "done", done: 6, total: 6 },
    ]);
    const stages: string[] = [];
    await analyse(table, "R01", open, { onProgress: ({ stage }) => stages.push(stage) });
    expect(stages.filter((stage, i) => stage !== stages[i - 1])).toEqual([
      "prepare",
      "weigh",
      "space",
      "reference",
      "typology",
      "types",
      "stability",
      "describe",
      "done",
    ]);
  });

  it.each(["typology", "types", "stability", "describe"])("stops when it is aborted at %s", async (last) => {
    const reason = new Error("the user went on");
    const controller = new AbortController();
    const seen: string[] = [];
    const onProgress = ({ stage }: Progress): void => {
      seen.push(stage);
      if (stage === last) controller.abort(reason);
    };
    await expect(analyse(table, "R01", open, { signal: controller.signal, onProgress })).rejects.toBe(reason);
    expect(seen.at(-1)).toBe(last);
  });
});

describe("an analysis with performance", () => {
  const performance = makePerformance([12, 10, 16, 13, 15, 11, 14, 12]);

  it("holds the benchmark and the leaders, tried against the lists of the variants where there are some", async () => {
    const plan: PlanInput = { reference: { count: 5 }, benchmark: { includeTarget: true } };
    const { benchmark, leaders, reference } = await analyse(performance, "R01", plan);
    expect(benchmark).toEqual(benchmarkAgainst(performance, reference, { includeTarget: true }));
    expect(leaders).toEqual(findLeaders(benchmark!, reference));
    const unsure = await analyse(performance, "R01", { ...plan, sensitivity: { draws: 20, lists: 10 } });
    expect(unsure.sensitivity!.lists).toHaveLength(10);
    expect(unsure.benchmark!.indicators[0]!.gapOverLists).not.toBeNull();
    expect(unsure.recipe.plan.benchmark).toMatchObject({ includeTarget: true, quartiles: "type-7" });
  });

  it("is replayed by its recipe, and has no benchmark unasked", async () => {
    const plan: PlanInput = { reference: { count: 5 }, benchmark: {}, sensitivity: { draws: 20 } };
    const first = await analyse(performance, "R01", plan);
    const stored = JSON.parse(JSON.stringify(first.recipe)) as typeof first.recipe;
    expect(await analyse(performance, stored.target!, stored.plan as PlanInput)).toStrictEqual(first);
    expect(await analyse(performance, "R01")).not.toHaveProperty("benchmark");
  });

  it("adds the notes of both, behind all others", async () => {
    const { notes, benchmark } = await analyse(makePerformance([1, 2, 3]), "R01", { benchmark: {} });
    expect(benchmark!.notes.map(({ code }) => code)).toEqual(["small-group"]);
    expect(notes.slice(-2).map(({ code }) => code)).toEqual(["small-group", "no-leader"]);
  });
});
