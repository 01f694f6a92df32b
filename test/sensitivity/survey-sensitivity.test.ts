import {
  assessSensitivitySync,
  assumptions,
  buildSpace,
  findReferenceRegions,
  prepare,
  surveySensitivity,
  surveySensitivitySync,
} from "reference-regions";
import { describe, expect, test } from "vitest";
import { makeVaried } from "../support/sensitivity.js";
import { makeTable } from "../support/tables.js";

const plan = { reference: { count: 5 } };

describe("surveySensitivity", () => {
  test.each([false, true])("says of every target what assessSensitivity says of it, gaps: %s", (gaps) => {
    const table = makeVaried(30, gaps);
    const options = { plan, draws: 40, seed: 3 };
    const { targets } = surveySensitivitySync(table, options);
    expect(targets).toHaveLength(30);
    for (const { id, stability, listed, entering } of targets) {
      const one = assessSensitivitySync(table, id, options);
      const tell = (isListed: boolean) =>
        one.regions
          .filter((region) => region.listed === isListed)
          .map((region) => ({ id: region.id, inclusion: region.inclusion }));
      expect(stability).toBeCloseTo(one.stability, 12);
      expect(listed).toEqual(tell(true));
      expect(entering).toEqual(tell(false));
    }
  });

  test("puts the surest list first, at equal stability by id", () => {
    const { targets } = surveySensitivitySync(makeVaried(30), { plan, draws: 40 });
    const expected = [...targets].sort((a, b) => b.stability - a.stability || (a.id < b.id ? -1 : 1));
    expect(targets).toEqual(expected);
    expect(targets[0]!.stability).toBeGreaterThan(targets.at(-1)!.stability);
  });

  test("finds exactly the plan's lists where nothing varies", () => {
    const table = makeVaried(20);
    const vary = Object.fromEntries(assumptions.map((name) => [name, false]));
    const { targets } = surveySensitivitySync(table, { plan, draws: 3, vary });
    const space = buildSpace(prepare(table));
    for (const { id, stability, listed, entering } of targets) {
      const { regions } = findReferenceRegions(space, id, { count: 5 });
      expect(listed).toEqual(regions.map((one) => ({ id: one.id, inclusion: 1 })));
      expect([stability, entering]).toEqual([1, []]);
    }
  });

  test("keeps pinned regions in every variant", () => {
    const { targets, notes } = surveySensitivitySync(makeVaried(20), {
      plan: { reference: { count: 3, pin: ["R07"] } },
      draws: 10,
    });
    expect(targets).toHaveLength(19);
    for (const { listed } of targets) expect(listed).toContainEqual({ id: "R07", inclusion: 1 });
    expect(notes).toMatchObject([{ code: "no-list", regions: ["R07"] }]);
  });

  test("names the targets without a list, and fails where no target has one", () => {
    const table = makeTable({ a: [1, 2, null, 4], b: [2, 1, null, 3], c: [1, 3, 5, 4] });
    const { targets, notes } = surveySensitivitySync(table, { plan, draws: 5 });
    expect(targets.map(({ id }) => id).sort()).toEqual(["R01", "R02", "R04"]);
    expect(notes[0]).toMatchObject({ code: "no-list", regions: ["R03"] });
    expect(notes[0]!.message).toContain("1 of 4 regions have no list by this plan: R03.");
    expect(() => surveySensitivitySync(table, { plan: { reference: { eligible: [] } } })).toThrow(
      "expected at least one eligible region",
    );
  });

  test("gives the same answer in slices, with progress that rises to its total, and stops on request", async () => {
    const table = makeVaried(20, true);
    const seen: number[] = [];
    let total = 0;
    const onProgress = (progress: { done: number; total: number }): void => {
      seen.push(progress.done);
      total = progress.total;
    };
    const options = { plan, draws: 20 };
    const slices = await surveySensitivity(table, { ...options, onProgress });
    expect(slices).toEqual(surveySensitivitySync(table, options));
    expect(seen).toEqual(Array.from({ length: total }, (_, i) => i + 1));
    const controller = new AbortController();
    const running = surveySensitivity(table, {
      signal: controller.signal,
      onProgress: () => controller.abort("enough"),
    });
    await expect(running).rejects.toBe("enough");
  });

  test("refuses unknown options by its own name", () => {
    expect(() => surveySensitivitySync(makeVaried(10), { draws: 1 })).toThrow(
      "surveySensitivity.draws: expected a number of at least 2, got 1.",
    );
  });
});
