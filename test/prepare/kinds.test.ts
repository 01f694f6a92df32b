import { type Indicator, kinds, parseFramework, prepare, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { messagesOf } from "../support/problems.js";
import { makeFramework, makeTable } from "../support/tables.js";

type Kind = NonNullable<Indicator["kind"]>;
const framework = (kind: Kind) => makeFramework({ indicators: [{ id: "x", kind }, "other"] });
const table = (kind: Kind, x: readonly (number | null)[], regions?: { code: string; country: string }[]) =>
  makeTable({ x, other: x.map((_, i) => i) }, { framework: framework(kind), regions });
const far = [...Array.from({ length: 20 }, (_, i) => i % 4), 900];

describe("kinds", () => {
  it("are listed, the default first", () => {
    expect(kinds).toEqual(["ratio", "ordinal", "nominal", "binary", "asymmetric-binary"]);
  });

  it("are refused with what is allowed when misspelt", () => {
    const read = (): unknown =>
      parseFramework({
        ...framework("ordinal"),
        indicators: [{ ...framework("ordinal").indicators[0], kind: "ordnal" }],
      });
    expect(messagesOf(read)[0]).toContain('Did you mean "ordinal"?');
  });
});

describe("an ordinal indicator", () => {
  it("counts by the order of its codes alone: 1, 2, 4, 8 are 1, 2, 3, 4", () => {
    const { columns, steps } = prepare(table("ordinal", [8, 1, 4, 2, null, 4]), { normalise: "none" });
    expect(columns.x).toEqual([4, 1, 3, 2, null, 3]);
    expect(steps.x!.ordered).toEqual({ codes: [1, 2, 4, 8] });
  });

  it("is scaled as numbers are, and not treated", () => {
    const { columns, steps } = prepare(table("ordinal", [1, 10, 100]), { treat: "log" });
    expect(columns.x).toEqual([0, 0.5, 1]);
    expect(steps.x!.treated.method).toBe("none");
  });

  it("has no codes in the steps of other kinds", () => {
    for (const kind of kinds.filter((one) => one !== "ordinal"))
      expect(prepare(table(kind, [0, 1, 1])).steps.x).not.toHaveProperty("ordered");
  });
});

describe("categories", () => {
  it("nominal codes are neither treated nor scaled, whatever is asked for", () => {
    for (const treat of ["auto", "winsorise", "log", "box-cox", "yeo-johnson"] as const)
      for (const normalise of ["min-max", "z-score", "robust", "rank", "percentile"] as const) {
        const { columns, steps } = prepare(table("nominal", far), { treat, normalise });
        expect(columns.x).toEqual(far);
        expect([steps.x!.treated.method, steps.x!.normalised.method]).toEqual(["none", "none"]);
      }
  });

  it.each(["binary", "asymmetric-binary"] as const)("%s stays 0 and 1", (kind) => {
    const { columns } = prepare(table(kind, [0, 1, null, 0]), { normalise: "z-score" });
    expect(columns.x).toEqual([0, 1, null, 0]);
  });

  it("that are the same everywhere are constant", () => {
    expect(prepare(table("nominal", [3, 3, 3])).inert).toEqual([{ id: "x", reason: "constant" }]);
  });
});

describe("missing categories", () => {
  it("are filled by the most frequent, the lowest of equally frequent ones", () => {
    const filled = (x: (number | null)[]) => prepare(table("nominal", x), { impute: "median" }).columns.x!;
    expect(filled([9, 2, 9, 5, null]).at(-1)).toBe(9);
    expect(filled([9, 2, 9, 2, null]).at(-1)).toBe(2);
  });

  it("by the most frequent of their group", () => {
    const regions = ["A", "A", "A", "B", "B", "B"].map((country, i) => ({ code: `${country}${i}`, country }));
    const { columns, steps } = prepare(table("nominal", [7, 7, null, 3, 3, null], regions), {
      impute: "group-median",
    });
    expect(columns.x).toEqual([7, 7, 7, 3, 3, 3]);
    expect(steps.x!.imputed.cells).toEqual([
      { region: "A2", value: 7, group: "A" },
      { region: "B5", value: 3, group: "B" },
    ]);
  });

  it("by the most frequent among the nearest, never by a mean", () => {
    const { columns } = prepare(table("nominal", [1, 4, 4, null, 9, 9, 9]), {
      impute: { method: "nearest", neighbours: 3 },
    });
    expect([1, 4, 9]).toContain(columns.x![3]);
  });

  it("of a binary are filled by 0 or 1", () => {
    expect(prepare(table("binary", [0, 1, 1, 0, null]), { impute: "median" }).columns.x!.at(-1)).toBe(0);
  });

  it("of a ratio still by the median", () => {
    expect(
      prepare(table("ratio", [0, 1, 1, 0, null]), { impute: "median", normalise: "none" }).columns.x!.at(-1),
    ).toBe(0.5);
  });
});

describe("a binary indicator", () => {
  it.each(["binary", "asymmetric-binary"] as const)(
    "(%s) other than 0 or 1 is refused with line and region",
    (kind) => {
      const read = (): unknown =>
        readRegionsCsv("code,x,other\nES21,1,5\nES22,2,6\nES23,0.5,7", framework(kind));
      expect(messagesOf(read)).toEqual([
        `line 3, column x (ES22): expected 0 or 1 (${kind}), got 2. Mend the cell, or the kind in the framework.`,
        `line 4, column x (ES23): expected 0 or 1 (${kind}), got 0.5. Mend the cell, or the kind in the framework.`,
      ]);
    },
  );

  it("may be missing", () => {
    expect(table("binary", [1, null, 0]).columns.x).toEqual([1, null, 0]);
  });

  it("outside its own range is told of the range", () => {
    const ranged = makeFramework({
      indicators: [{ id: "x", kind: "binary", range: { min: 0, max: 1 } }, "other"],
    });
    expect(() => readRegionsCsv("code,x,other\nA,3,5\nB,1,6", ranged)).toThrow(
      "expected a number from 0 to 1, got 3. Mend the cell, or the range in the framework.",
    );
  });
});
