import {
  assessSensitivity,
  assessSensitivitySync,
  assumptions,
  buildSpace,
  findReferenceRegions,
  metrics,
  parsePlan,
  prepare,
  weigh,
} from "reference-regions";
import { describe, expect, test } from "vitest";
import { menuOf } from "../../src/sensitivity/draw-assumptions.js";
import { openWorlds } from "../../src/sensitivity/worlds.js";
import { runToEnd } from "../../src/shared/long-task.js";
import { messagesOf } from "../support/problems.js";
import { makeVaried } from "../support/sensitivity.js";
import { bundledTable } from "../support/tables.js";

const off = Object.fromEntries(assumptions.map((name) => [name, false])) as {
  [name in (typeof assumptions)[number]]: boolean;
};

describe("assessSensitivity", () => {
  test("finds exactly the plan's list, always, when nothing varies or weights do not stray", () => {
    const table = bundledTable("eu-nuts2");
    for (const vary of [off, { ...off, weights: true }]) {
      const { regions, stability } = assessSensitivitySync(table, "ES21", { draws: 5, spread: 0, vary });
      const prepared = prepare(table);
      const list = findReferenceRegions(buildSpace(prepared, { weights: weigh(prepared) }), "ES21");
      expect(
        regions.map(({ id, inclusion, rankLow, rankHigh }) => [id, inclusion, rankLow, rankHigh]),
      ).toEqual(list.regions.map(({ id, rank }) => [id, 1, rank, rank]));
      expect(stability).toBe(1);
    }
  });

  test("names the dimension whose weight decides the list", () => {
    // The first two dimensions say the same, the third the opposite: its weight alone decides who is near.
    const table = makeVaried(60);
    const { x0, x4 } = table.columns;
    const columns = { x0: x0!, x1: x0!, x2: x0!, x3: x0!, x4: x4!, x5: x4! };
    const { drivers, inert } = assessSensitivitySync({ ...table, columns }, "R01", {
      plan: { reference: { count: 10 } },
      draws: 300,
      vary: { ...off, weights: true },
      spread: 0.4,
    });
    expect(drivers[0]).toMatchObject({
      driver: "weight of three",
      assumption: "weights",
      dimension: "three",
    });
    expect(drivers[0]!.total).toBeGreaterThan(0.6);
    expect(drivers[0]!.first).toBeGreaterThan(drivers[1]!.total);
    expect(inert.every(({ reason }) => reason === "not varied")).toBe(true);
  });

  test("finds the driver among all assumptions, and weights that move nothing inert", () => {
    // Without scaling, gaps in the second dimension are a hundred times those in the others.
    const table = makeVaried(60, false, [0.01, 1, 0.01]);
    const plan = { prepare: { normalise: "none", treat: "none" }, reference: { count: 10 } } as const;
    const vary = { ...off, drop: true, weights: true };
    const { drivers } = assessSensitivitySync(table, "R01", { plan, draws: 300, vary, spread: 0.3 });
    expect(drivers[0]!.driver).toBe("drop");
    const weightsAlone = assessSensitivitySync(makeVaried(60, false, [0.3, 1, 0.3]), "R01", {
      plan: { ...plan, weigh: { scheme: "given", dimensions: { one: 1, two: 0.2, three: 0 } } },
      draws: 300,
      vary: { ...off, weights: true },
      spread: 0.3,
    });
    expect(weightsAlone.drivers.map(({ driver }) => driver).sort()).toEqual([
      "weight of one",
      "weight of two",
    ]);
  });

  test("lists an indicator without weight, and what is not varied, as inert", () => {
    const plan = {
      weigh: { scheme: "given", indicators: { x0: 1, x1: 1, x2: 1, x3: 1, x4: 1, x5: 0 } },
    } as const;
    const { inert } = assessSensitivitySync(makeVaried(30), "R01", {
      plan: { ...plan, reference: { count: 5 } },
      draws: 60,
      vary: { metric: false },
    });
    expect(inert).toEqual([
      { kind: "assumption", id: "treat", reason: "no variant moved the list" },
      { kind: "assumption", id: "impute", reason: "no cell is missing" },
      { kind: "indicator", id: "x5", reason: "its weight is 0" },
      { kind: "assumption", id: "metric", reason: "not varied" },
    ]);
  });

  test("gives the same answer in slices as in one go, and more draws begin with the same", async () => {
    const table = makeVaried(40, true);
    const options = { plan: { reference: { count: 5 } }, draws: 50, seed: 3 };
    expect(await assessSensitivity(table, "R07", options)).toEqual(
      assessSensitivitySync(table, "R07", options),
    );
    expect(assessSensitivitySync(table, "R07", { ...options, seed: 4 }).regions).not.toEqual(
      assessSensitivitySync(table, "R07", options).regions,
    );
  });

  test("counts inclusion over all variants: the shares add up to the length of the list", () => {
    const { regions } = assessSensitivitySync(makeVaried(40), "R07", {
      plan: { reference: { count: 5 } },
      draws: 80,
    });
    expect(regions.reduce((sum, { inclusion }) => sum + inclusion, 0)).toBeCloseTo(5, 10);
    expect(regions.filter(({ listed }) => listed)).toHaveLength(5);
    expect(regions[0]!.words).toMatch(/^in \d+ % of 80 variants$/);
  });

  test("keeps pinned regions in every variant and excluded ones out", () => {
    const plan = { reference: { count: 4, pin: ["R30"], exclude: { regions: ["R02", "R03"] } } };
    const { regions } = assessSensitivitySync(makeVaried(40), "R01", { plan, draws: 60 });
    expect(regions.find(({ id }) => id === "R30")).toMatchObject({ listed: true, inclusion: 1 });
    expect(regions.some(({ id }) => id === "R02" || id === "R03")).toBe(false);
  });

  test("reports progress stage by stage, each to its total, and stops with the signal's reason", async () => {
    const seen = new Map<string, number[]>();
    assessSensitivitySync(makeVaried(30), "R01", {
      draws: 20,
      onProgress: ({ stage, done }) => seen.set(stage, [...(seen.get(stage) ?? []), done]),
    });
    expect([...seen.keys()]).toEqual(["variants", "ranks", "drivers"]);
    expect(seen.get("variants")).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    const controller = new AbortController();
    const running = assessSensitivity(makeVaried(30), "R01", {
      signal: controller.signal,
      onProgress: ({ done }) => done === 3 && controller.abort("enough"),
    });
    await expect(running).rejects.toBe("enough");
  });

  test("refuses unknown options, all at once", () => {
    expect(
      messagesOf(() =>
        assessSensitivitySync(makeVaried(10), "R01", { draws: 1, vary: { weight: true } as never }),
      ),
    ).toEqual([
      "assessSensitivity.draws: expected a number of at least 2, got 1.",
      'assessSensitivity.vary: unknown key "weight". Did you mean "weights"?',
    ]);
  });
});

describe("the worlds that variants are measured in", () => {
  const dimensions = ["one", "two", "three"];

  test.each(metrics.filter((metric) => metric !== "mahalanobis"))(
    "%s: the plan's weights give the order of the plan's distances, and dropping is weighing anew without",
    (metric) => {
      for (const table of [makeVaried(25), makeVaried(25, true)]) {
        const plan = parsePlan({ space: { metric } });
        const prepared = prepare(table, plan.prepare);
        const menu = { ...menuOf(plan, false, false), metric: [metric] };
        const worldOf = openWorlds(table, plan, menu, dimensions);
        const found = new Float64Array(25);
        const everyone = Int32Array.from({ length: 25 }, (_, j) => j);
        const order = (distances: ArrayLike<number>) =>
          Array.from(distances, (d, j) => [d, j] as const)
            .filter(([d, j]) => !Number.isNaN(d) && j !== 3)
            .sort((a, b) => a[0] - b[0])
            .map(([, j]) => j);
        for (const drop of [-1, 2]) {
          const parts = [0.5, 0.3, 0.2];
          const drawn = { parts, drop, normalise: 0, treat: 0, impute: 0, metric: 0 };
          const world = runToEnd(worldOf(drawn));
          world.from(3, everyone)([world.weigh(drawn)], found);
          const within = (k: number) => parts[Math.floor(k / 2)]! / (drop === 2 && k === 3 ? 1 : 2);
          const indicators = Object.fromEntries(
            prepared.indicators.map(({ id }, k) => [id, k === drop ? 0 : within(k)]),
          );
          const space = buildSpace(prepared, {
            metric,
            weights: weigh(prepared, { scheme: "given", indicators }),
          });
          const list = findReferenceRegions(space, "R04", { count: 24, explain: false });
          expect(order(found).map((j) => space.regions[j]!.id)).toEqual(list.regions.map(({ id }) => id));
        }
      }
    },
  );
});
