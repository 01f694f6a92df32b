import type { Observation, Observations } from "../../src/eurostat/index.js";
import fc from "../support/fast-check.js";

/** Observations that every format can hold: each cell once, none that says nothing. */
export const anyObservations: fc.Arbitrary<Observations> = fc
  .record({
    dimensions: fc.uniqueArray(fc.constantFrom("freq", "unit", "sex", "nace_r2", "age"), { maxLength: 3 }),
    cells: fc.array(
      fc.record({
        geo: fc.constantFrom("AT", "AT1", "ES21", "EU27_2020"),
        time: fc.constantFrom("2019", "2020", "2021-Q1"),
        code: fc.array(fc.constantFrom("A", "PC", "Y15-64", "B-S_X_K642"), { minLength: 3, maxLength: 3 }),
        value: fc.option(
          fc.oneof(
            fc.integer(),
            fc.double({ noNaN: true, min: -1e140, max: 1e140 }).map((x) => x + 0),
          ),
        ),
        flag: fc.option(fc.constantFrom("p", "u", "bep", "c", "@C", "p@C")),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ dimensions, cells }) => {
    const seen = new Set<string>();
    const observations = cells.flatMap(({ geo, time, code, value, flag }): Observation[] => {
      const keys = Object.fromEntries(dimensions.map((name, i) => [name, code[i]!]));
      const id = JSON.stringify([geo, time, keys]);
      if (seen.has(id) || (value === null && flag === null)) return [];
      seen.add(id);
      return [{ geo, time, value, flag, keys }];
    });
    return { dimensions, observations };
  })
  .filter(({ observations }) => observations.length > 0);

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The observations as a file of Eurostat's bulk download. */
export function asTsv({ dimensions, observations }: Observations): string {
  const times = unique(observations.map(({ time }) => time));
  const seriesOf = ({ keys, geo }: Observation) => [...dimensions.map((name) => keys[name]!), geo].join(",");
  const rows = unique(observations.map(seriesOf)).map((series) => {
    const cells = times.map((time) => {
      const found = observations.find((one) => one.time === time && seriesOf(one) === series);
      return `${found?.value ?? ":"} ${found?.flag ?? ""}`;
    });
    return [series, ...cells].join("\t");
  });
  const header = [`${[...dimensions, "geo"].join(",")}\\TIME_PERIOD`, ...times.map((time) => `${time} `)];
  return [header.join("\t"), ...rows, ""].join("\n");
}

/** The observations as SDMX-CSV. */
export function asSdmxCsv({ dimensions, observations }: Observations): string {
  const header = ["DATAFLOW", ...dimensions, "geo", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG", "CONF_STATUS"];
  const rows = observations.map(({ geo, time, value, flag, keys }) => {
    const [status, secret] = (flag ?? "").split("@");
    return [
      "X:Y(1.0)",
      ...dimensions.map((name) => keys[name]!),
      geo,
      time,
      value ?? "",
      status,
      secret ?? "",
    ];
  });
  return [header, ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}

/** The observations as a data set of JSON-stat. */
export function asJsonStat(data: Observations, form: "dense" | "sparse"): { [key: string]: unknown } {
  const id = [...data.dimensions, "geo", "time"];
  const codeOf = (one: Observation, name: string) =>
    name === "geo" ? one.geo : name === "time" ? one.time : one.keys[name]!;
  const codes = id.map((name) => unique(data.observations.map((one) => codeOf(one, name))));
  const size = codes.map((list) => list.length);
  const cells = size.reduce((product, count) => product * count, 1);
  const value: (number | null)[] = Array.from({ length: cells }, () => null);
  const status: (string | null)[] = Array.from({ length: cells }, () => null);
  for (const one of data.observations) {
    const at = id.reduce((sum, name, i) => sum * size[i]! + codes[i]!.indexOf(codeOf(one, name)), 0);
    value[at] = one.value;
    status[at] = one.flag;
  }
  const sparse = <T>(list: readonly (T | null)[]) =>
    Object.fromEntries(list.flatMap((one, i) => (one === null ? [] : [[i, one]])));
  const index = (list: readonly string[]) =>
    form === "dense" ? list : Object.fromEntries(list.map((code, i) => [code, i]));
  return {
    version: "2.0",
    class: "dataset",
    id,
    size,
    dimension: Object.fromEntries(id.map((name, i) => [name, { category: { index: index(codes[i]!) } }])),
    value: form === "dense" ? value : sparse(value),
    status: form === "dense" ? status : sparse(status),
  };
}

/** The observations in one order, whatever that of their file. */
export function inOneOrder({ observations }: Observations): string[] {
  return observations
    .map(({ geo, time, value, flag, keys }) => JSON.stringify([keys, geo, time, value, flag]))
    .sort();
}
