import { describe, expect, it } from "vitest";
import { vintageOf } from "../../src/table/vintage.js";
import { makeFramework } from "../support/tables.js";

const vintage = (...years: (number | string | undefined)[]) => {
  const framework = makeFramework({
    id: "own",
    name: { en: "Own", ru: "Свой" },
    indicators: years.map((year, i) => ({ id: `i${i}`, year })),
  });
  return vintageOf(framework, framework.indicators);
};

describe("vintageOf", () => {
  it("names the framework and the first and last year", () => {
    expect(vintage(2021, 2016, 2019)).toEqual({
      framework: "own",
      name: { en: "Own", ru: "Свой" },
      from: 2016,
      to: 2021,
    });
  });

  it("counts every four-digit year of a text", () => {
    expect(vintage("RU census 2020 (held Oct 2021); KZ 2022-2023", 2022)).toMatchObject({
      from: 2020,
      to: 2023,
    });
  });

  it("takes no other number for a year", () => {
    expect(vintage("1 000 of 12021, time-invariant", undefined)).toMatchObject({ from: null, to: null });
  });

  it("looks at the indicators that were used only", () => {
    const framework = makeFramework({
      indicators: [
        { id: "a", year: 2001 },
        { id: "b", year: 2020 },
      ],
    });
    expect(vintageOf(framework, [framework.indicators[1]!])).toMatchObject({ from: 2020, to: 2020 });
  });
});
