import type { Framework, RegionTable } from "reference-regions";
import { randomStream } from "../../src/shared/random.js";
import { makeFramework, makeTable } from "./tables.js";

/** Three dimensions of two indicators; `gaps` leaves cells out. */
export function makeVaried(n: number, gaps = false, spreads: readonly number[] = [1, 1, 1]): RegionTable {
  const random = randomStream(n);
  const column = (spread: number) =>
    Array.from({ length: n }, () => {
      const value = 50 + spread * 10 * (random.uniform() + random.uniform());
      return gaps && random.uniform() < 0.1 ? null : value;
    });
  const framework: Framework = makeFramework({
    dimensions: ["one", "two", "three"].map((id) => ({ id, name: id })),
    indicators: ["one", "one", "two", "two", "three", "three"].map((dimension, k) => ({
      id: `x${k}`,
      dimension,
    })),
  });
  return makeTable(
    Object.fromEntries(framework.indicators.map(({ id }, k) => [id, column(spreads[Math.floor(k / 2)]!)])),
    { framework },
  );
}
