import { describe, expect, test } from "vitest";
import { backwardImports, brokenImports, importCycles, readTree } from "../support/import-graph.js";

/** The stages of the method, earlier to later; those of one row may not import each other. */
const stages = [
  ["shared"],
  ["table"],
  ["eurostat/frameworks"],
  ["eurostat"],
  ["eurostat/download"],
  ["eurostat/index.ts"],
  ["prepare"],
  ["weight"],
  ["space"],
  ["space/nearest"],
  ["reference"],
  ["cluster", "benchmark"],
  ["sensitivity/sensitivity-options.ts"],
  ["plan.ts"],
  ["sensitivity"],
  ["analyse.ts"],
  ["report/language", "vintages", "chart"],
  ["report/markdown"],
  ["report"],
  ["explorer/language", "explorer/model"],
  ["explorer/page"],
  ["index.ts"],
  ["schemas"],
  ["explorer"],
];

const sources = readTree("src");

describe("the sources", () => {
  test("are all found", () => {
    expect(sources.size).toBeGreaterThan(40);
    expect(brokenImports(sources)).toEqual([]);
  });

  test("import only from a later stage to an earlier one", () => {
    expect(backwardImports(sources, stages)).toEqual([]);
  });

  test("import in no circle, types included", () => {
    expect(importCycles(sources)).toEqual([]);
  });

  test("import nothing from outside but packages and package.json", () => {
    const outside = [...sources].flatMap(([path, text]) =>
      [...text.matchAll(/from "((?:\.\.\/)+[^"]+)"/g)]
        .map((match) => new URL(match[1]!, `file:///src/${path}`).pathname)
        .filter((target) => !target.startsWith("/src/")),
    );
    expect([...new Set(outside)]).toEqual(["/package.json"]);
  });
});

describe("the walker", () => {
  const tree = (files: { readonly [path: string]: string }) => new Map(Object.entries(files));

  test("catches an import of a later stage", () => {
    const backward = tree({
      "table/rows.ts": 'import { a } from "../space/metrics.js";',
      "space/metrics.ts": "export const a = 1;",
    });
    expect(backwardImports(backward, stages)).toEqual(["table/rows.ts -> space/metrics.ts"]);
  });

  test("catches a backward import of a type, a re-export and a dynamic import", () => {
    const backward = tree({
      "table/a.ts": 'import type { A } from "../space/metrics.js";',
      "table/b.ts": 'export * from "../space/metrics.js";',
      "table/c.ts": 'export const late = () => import("../space/metrics.js");',
      "space/metrics.ts": "export type A = 1;",
    });
    expect(backwardImports(backward, stages)).toHaveLength(3);
  });

  test("catches shared that imports a stage, and two questions that import each other", () => {
    const backward = tree({
      "shared/a.ts": 'import "../table/rows.js";',
      "table/rows.ts": "",
      "cluster/k-means.ts": 'import "../benchmark/rank.js";',
      "benchmark/rank.ts": "",
    });
    expect(backwardImports(backward, stages)).toHaveLength(2);
  });

  test("lets a later stage, and everyone from shared, import", () => {
    const forward = tree({
      "index.ts": 'export { a } from "./analyse.js";',
      "analyse.ts": 'import { b } from "./table/rows.js"; import { c } from "./shared/note.js";',
      "table/rows.ts": 'import { c } from "../shared/note.js"; import { d } from "./cells.js";',
      "table/cells.ts": "",
      "shared/note.ts": 'import { e } from "./text.js";',
      "shared/text.ts": "",
    });
    expect(backwardImports(forward, stages)).toEqual([]);
    expect(importCycles(forward)).toEqual([]);
  });

  test("catches a circle inside a folder", () => {
    const circle = tree({
      "table/a.ts": 'import "./b.js";',
      "table/b.ts": 'import "./c.js";',
      "table/c.ts": 'import type { A } from "./a.js";',
    });
    expect(importCycles(circle)).toEqual(["table/a.ts -> table/b.ts -> table/c.ts -> table/a.ts"]);
  });

  test("does not place a folder that is no stage", () => {
    const stray = tree({ "utils/a.ts": 'import "../table/rows.js";', "table/rows.ts": "" });
    expect(() => backwardImports(stray, stages)).toThrow("utils/a.ts belongs to no stage");
  });
});
