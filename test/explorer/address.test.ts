import { parsePlan } from "reference-regions";
import { expect, test } from "vitest";
import { readAddress, writeAddress } from "../../src/explorer/model/address.js";
import { openEngine } from "../../src/explorer/model/engine.js";
import { moveShare } from "../../src/explorer/model/shares.js";
import { panels, type View } from "../../src/explorer/model/view.js";
import fc from "../support/fast-check.js";
import { bundledTable } from "../support/tables.js";

const engine = openEngine(bundledTable("eu-nuts2"), parsePlan("orkestra"), "en", ["en", "ru"]);
const { first, known } = engine;
const regions = [...known.regions];
const read = (hash: string): View => readAddress(hash, first, known);

test("a view comes back from its address as it was", () => {
  const views = fc.record({
    language: fc.constantFrom("en", "ru"),
    target: fc.constantFrom(...regions),
    count: fc.integer({ min: 1, max: 300 }),
    abroad: fc.boolean(),
    withoutCountries: fc.subarray(["AT", "DE", "FR"]),
    nearerThan: fc.option(fc.integer({ min: 0, max: 3000 })),
    furtherThan: fc.option(fc.integer({ min: 0, max: 3000 })),
    off: fc.subarray([...known.indicators]),
    locked: fc.subarray(["social", "human-resources"]),
    metric: fc.constantFrom("squared-euclidean" as const, "manhattan" as const),
    normalise: fc.constantFrom("min-max", "rank"),
    pair: fc.option(fc.constantFrom(...regions)),
    compare: fc.uniqueArray(fc.constantFrom(...regions), { maxLength: 3 }),
    panel: fc.constantFrom(...panels),
    types: fc.integer({ min: 2, max: 12 }),
  });
  fc.assert(
    fc.property(views, fc.double({ min: 0, max: 1, noNaN: true }), (chosen, share) => {
      const dimensions = moveShare(first.dimensions, new Set(), "social", Number(share.toFixed(6)));
      const view: View = { ...first, ...chosen, dimensions };
      const back = read(`#${writeAddress(view, first)}`);
      expect({ ...back, dimensions: null }).toEqual({ ...view, dimensions: null });
      for (const id of Object.keys(dimensions)) expect(back.dimensions[id]).toBeCloseTo(dimensions[id]!, 11);
    }),
  );
});

test("ids and values with marks of an address come through", () => {
  const ids = ["a,b", "c&d=e", "f:g", "#%25", "</script>", "ü"];
  const odd = { ...known, regions: new Set(ids), attributes: new Set(["kind=of", "x,y"]) };
  const view: View = {
    ...first,
    target: ids[1]!,
    compare: ids.slice(2, 5),
    pair: ids[0]!,
    attributes: { "kind=of": "a:b,c&d", "x,y": "%" },
  };
  expect(readAddress(writeAddress(view, first), first, odd)).toEqual(view);
});

test("what is unknown or spoilt is as in the first view", () => {
  expect(read("")).toEqual(first);
  expect(read("#region=NOWHERE&count=-4&metric=x&normalise=y&lang=zz&panel=q&types=1")).toEqual(first);
  expect(read("#region=%E0%A4%A&dimensions=social:x,economic:7&off=nothing&beyond=abc&compare=,,")).toEqual(
    first,
  );
  expect(read("#nonsense")).toEqual(first);
});

test("only what differs from the first view is written, and the region", () => {
  expect(writeAddress(first, first)).toBe(`region=${first.target}`);
});
