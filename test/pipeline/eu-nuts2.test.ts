import {
  type Analysis,
  analyse,
  buildSpace,
  findReferenceRegions,
  type OptionsError,
  type PlanInput,
  plans,
  prepare,
  textIn,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { bundledTable } from "../support/tables.js";

const table = bundledTable("eu-nuts2");
const asPrinted = ({ reference }: Analysis, count: number): string[] =>
  reference.regions
    .slice(0, count)
    .map(({ rank, id, name, distance }) => `${rank} ${id} ${textIn(name)} ${distance.toFixed(4)}`);
const abroad = { exclude: { sameCountry: true } };

describe("the bundled EU regions under the preset orkestra", () => {
  it("give the Basque Country its neighbours on the coast and in industry, to four decimals", async () => {
    const analysis = await analyse(table, "ES21");
    expect(analysis.reference.regions.length).toBe(20);
    expect(asPrinted(analysis, 10)).toEqual([
      "1 ES12 Principado de Asturias 0.0107",
      "2 ES22 Comunidad Foral de Navarra 0.0155",
      "3 BE22 Prov. Limburg (BE) 0.0181",
      "4 FRF1 Alsace 0.0202",
      "5 DED5 Leipzig 0.0214",
      "6 BE21 Prov. Antwerpen 0.0218",
      "7 BE33 Prov. Liège 0.0222",
      "8 ES52 Comunitat Valenciana 0.0224",
      "9 ES23 La Rioja 0.0224",
      "10 DE71 Darmstadt 0.0226",
    ]);
  });

  it("leave out exactly the regions with too few figures, and say so", async () => {
    const { reference, notes } = await analyse(table, "ES21");
    const excluded = ["EL41", "EL53", "EL62", "ES63", "ES64", "FI20", "FRY5", "HR02", "HR05", "HR06"];
    expect(reference.excluded.map(({ id }) => id)).toEqual(excluded);
    expect(notes.map(({ code }) => code)).toEqual(["plan", "thin-regions", "low-coverage"]);
    expect(notes.at(-1)!.regions).toEqual(excluded);
  });

  it("compare Hamburg, a port and a city state, with Wien first, at home or abroad", async () => {
    for (const reference of [{}, abroad]) {
      const [first] = (await analyse(table, "DE60", { reference })).reference.regions;
      expect([first!.id, textIn(first!.name)]).toEqual(["AT13", "Wien"]);
    }
  });

  it("compare Śląskie, coal and steel, with Moravskoslezsko across the border first", async () => {
    const { reference } = await analyse(table, "PL22", { reference: abroad });
    expect([reference.regions[0]!.id, textIn(reference.regions[0]!.name)]).toEqual([
      "CZ08",
      "Moravskoslezsko",
    ]);
    const polish = table.regions.filter(({ id, country }) => country === "PL" && id !== "PL22");
    const left = reference.excluded.filter(({ reason }) => reason === "same-country");
    expect(left.map(({ id }) => id)).toEqual(polish.map(({ id }) => id));
  });

  it("come out much the same under the preset balanced", async () => {
    const ids = async (plan: PlanInput): Promise<string[]> =>
      (await analyse(table, "ES21", plan)).reference.regions.map(({ id }) => id);
    const [one, other] = [await ids(plans.orkestra), await ids(plans.balanced)];
    expect(one.filter((id) => other.includes(id)).length).toBeGreaterThanOrEqual(14);
    expect(other).not.toEqual(one);
  });
});

describe("the whole way over the bundled EU regions", () => {
  /** The method word for word, without outlier treatment, from the figures as they were read. */
  function naive(target: string): { id: string; distance: number }[] {
    const structural = table.framework.indicators.filter(({ role }) => role === "structural");
    const distinct = (values: readonly (string | undefined)[]): number => new Set(values).size;
    const columns = structural.map(({ id, dimension, element }) => {
      const present = table.columns[id]!.filter((value) => value !== null);
      const [low, high] = [Math.min(...present), Math.max(...present)];
      const home = structural.filter((one) => one.dimension === dimension);
      const mates = home.filter((one) => one.element === element);
      return {
        // No weight is stated in this framework: every level splits equally.
        weight:
          1 /
          distinct(structural.map((one) => one.dimension)) /
          distinct(home.map((one) => one.element)) /
          mates.length,
        values: table.columns[id]!.map((value) => (value === null ? null : (value - low) / (high - low))),
      };
    });
    const row = table.regions.findIndex(({ id }) => id === target);
    return table.regions
      .flatMap(({ id }, other) => {
        const both = columns.flatMap(({ weight, values }) =>
          values[row] === null || values[other] === null
            ? []
            : [{ weight, gap: values[row]! - values[other]! }],
        );
        const shared = both.reduce((sum, { weight }) => sum + weight, 0);
        const distance = both.reduce((sum, { weight, gap }) => sum + weight * gap ** 2, 0) / shared;
        return other === row || shared < 0.66 ? [] : [{ id, distance }];
      })
      .sort((a, b) => a.distance - b.distance);
  }

  it.each(["ES21", "DE60", "PL22", "EL30", "ITH2"])(
    "gives %s the list that a plain reading of the method gives",
    async (target) => {
      const all = table.regions.length - 1;
      const plan = { prepare: { treat: "none" }, reference: { count: all } } as const;
      const { regions } = (await analyse(table, target, plan)).reference;
      const expected = naive(target);
      expect(regions.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      regions.forEach(({ distance }, i) => {
        expect(Math.abs(distance / expected[i]!.distance - 1)).toBeLessThan(1e-12);
      });
    },
  );

  it("states no weight in the framework, as the reading above takes for granted", () => {
    const { dimensions, indicators } = table.framework;
    const stated = [...dimensions, ...dimensions.flatMap(({ elements = [] }) => elements), ...indicators];
    expect(stated.filter(({ weight }) => weight !== undefined)).toEqual([]);
  });

  it("finds a list for every region but the few that have hardly any figures, and says why for these", () => {
    const space = buildSpace(prepare(table));
    const outcomes = new Map<string, string[]>();
    for (const { id } of table.regions) {
      let outcome: string;
      try {
        outcome = `${findReferenceRegions(space, id, { count: 5, explain: false }).regions.length} regions`;
      } catch (error) {
        outcome = (error as OptionsError).code;
      }
      outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), id]);
    }
    const { "5 regions": listed, ...others } = Object.fromEntries(outcomes);
    expect(listed!.length).toBeGreaterThan(230);
    expect(others).toEqual({
      "no-eligible-region": ["EL62", "ES63", "ES64", "FI20", "FRY5", "HR02", "HR05", "HR06"],
    });
  });
});
