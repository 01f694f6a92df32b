import { buildSpace, measureDistances, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { type Column, expectClose, expectColumn, readData, readGolden } from "../support/golden.js";
import { makeFramework, makeTable } from "../support/tables.js";

const { cases } = readGolden<{
  cases: readonly {
    data: string;
    parts: readonly string[];
    total: number;
    delta: number;
    /** False: it is 0.65 x the smallest positive share, which the library finds itself. */
    deltaIsGiven: boolean;
    zeros: Record<string, readonly string[]>;
    clr: Record<string, Column>;
    hellinger: Record<string, Column>;
    aitchison: readonly number[];
  }[];
}>("composition");

function tableOfShares(data: string, parts: readonly string[], total: number, partsOnly = false) {
  const { codes, columns } = readData(data);
  const ids = Object.keys(columns).filter((id) => !partsOnly || parts.includes(id));
  const framework = makeFramework({
    indicators: ids.map((id) => (parts.includes(id) ? { id, composition: "shares" } : { id })),
    compositions: [{ id: "shares", total }],
  });
  return makeTable(Object.fromEntries(ids.map((id) => [id, columns[id]!])), { framework, regions: codes });
}

const untouched = { treat: "none", normalise: "none" } as const;

for (const { data, parts, total, delta, deltaIsGiven, zeros, clr, hellinger, aitchison } of cases) {
  const { columns: raw } = readData(data);
  const others = Object.keys(raw).filter((id) => !parts.includes(id));
  const table = tableOfShares(data, parts, total);
  const option = deltaIsGiven ? ({ method: "clr", delta } as const) : "clr";
  const source = deltaIsGiven ? `delta ${delta} given` : `delta 0.65 x the smallest share = ${delta}`;

  describe(`${data}: shares of ${total}, ${source}`, () => {
    it("clr is ln(share / geometric mean of the row)", () => {
      const prepared = prepare(table, { composition: option, ...untouched });
      for (const part of parts) expectColumn(prepared.columns[part], clr[part]!, part, { floor: 1 });
      for (const id of others) expect(prepared.columns[id], id).toEqual(raw[id]);
    });

    it("clr replaces each zero by delta, and lists it", () => {
      const prepared = prepare(table, { composition: option, ...untouched });
      for (const part of parts) {
        const composed = prepared.steps[part]!.composed!;
        expect(composed.method, part).toBe("clr");
        expectClose(composed.delta, delta, `${part}, delta`);
        expect(
          composed.cells.map(({ region }) => region),
          part,
        ).toEqual(zeros[part]);
        for (const { region, from, to } of composed.cells) {
          expect(from, `${part}, ${region}`).toBe(0);
          expectClose(to, delta, `${part}, ${region}`);
        }
      }
    });

    it("Hellinger is the root of the share closed to 1, and needs no replacement", () => {
      const prepared = prepare(table, { composition: "hellinger", ...untouched });
      for (const part of parts) {
        expectColumn(prepared.columns[part], hellinger[part]!, part);
        expect(prepared.steps[part]!.composed!.method, part).toBe("hellinger");
        expect(prepared.steps[part]!.composed!.cells, part).toEqual([]);
      }
      for (const id of others) expect(prepared.columns[id], id).toEqual(raw[id]);
    });

    it("as-is leaves the shares as they came", () => {
      const prepared = prepare(table, { composition: "as-is", ...untouched });
      for (const id of Object.keys(raw)) expect(prepared.columns[id], id).toEqual(raw[id]);
    });

    it("Aitchison distance is the Euclidean distance of clr rows", () => {
      const prepared = prepare(tableOfShares(data, parts, total, true), {
        composition: option,
        ...untouched,
      });
      const equal = weigh(prepared, {
        scheme: "given",
        indicators: Object.fromEntries(parts.map((part) => [part, 1])),
      });
      const { values } = measureDistances(buildSpace(prepared, { metric: "euclidean", weights: equal }));
      // weights of 1 / number of parts stand under the root
      const unweighted = Array.from(values, (value) => value * Math.sqrt(parts.length));
      expectColumn(unweighted, aitchison, "Aitchison");
    });
  });
}
