import { expect, test } from "vitest";
import { readEurostatTsv, readJsonStat, readSdmxCsv } from "../../src/eurostat/index.js";
import fc from "../support/fast-check.js";
import { anyObservations, asJsonStat, asSdmxCsv, asTsv, inOneOrder } from "./write.js";

test.each([
  ["TSV", asTsv, readEurostatTsv],
  ["SDMX-CSV", asSdmxCsv, readSdmxCsv],
  ["JSON-stat with lists", (data: never) => asJsonStat(data, "dense"), readJsonStat],
  ["JSON-stat with objects", (data: never) => asJsonStat(data, "sparse"), readJsonStat],
] as const)("what is written as %s is read back the same", (_, write, read) => {
  fc.assert(
    fc.property(anyObservations, (data) => {
      const back = read(write(data as never) as never);
      expect(back.dimensions).toEqual(data.dimensions);
      expect(inOneOrder(back)).toEqual(inOneOrder(data));
      expect(structuredClone(back)).toEqual(JSON.parse(JSON.stringify(back)));
    }),
    { numRuns: 300 },
  );
});
