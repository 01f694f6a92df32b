import { OptionsError, parsePlan, planSchema, plans } from "reference-regions";
import { describe, expect, it } from "vitest";

function problems(json: unknown): string[] {
  try {
    parsePlan(json);
  } catch (error) {
    expect(error).toBeInstanceOf(OptionsError);
    return (error as OptionsError).issues.map(({ message }) => message);
  }
  throw new Error("expected an OptionsError, got none");
}

describe("parsePlan", () => {
  it("fills in every default, which are those of orkestra", () => {
    const plan = parsePlan({});
    expect(plan).toEqual({ ...plans.orkestra, name: "own plan", description: "" });
    expect(plan).toStrictEqual({
      schemaVersion: 1,
      name: "own plan",
      description: "",
      prepare: {
        screen: { minRegionCoverage: 0, minIndicatorCoverage: 0 },
        impute: "none",
        composition: "as-is",
        treat: "auto",
        normalise: "min-max",
        indicators: {},
      },
      weigh: { scheme: "equal-by-dimension", within: "dimension" },
      space: { metric: "squared-euclidean", minCoverage: 0.66 },
      reference: { count: 20, mutual: false, explain: true },
    });
  });

  it("keeps what is given and fills in the rest beside it", () => {
    const plan = parsePlan({ prepare: { screen: { minRegionCoverage: 0.5 } }, reference: { pin: ["ES21"] } });
    expect(plan.prepare.screen).toEqual({ minRegionCoverage: 0.5, minIndicatorCoverage: 0 });
    expect(plan.reference).toEqual({ count: 20, mutual: false, explain: true, pin: ["ES21"] });
  });

  it("of a complete plan gives the same plan, also from its JSON", () => {
    for (const plan of Object.values(plans)) {
      expect(parsePlan(plan)).toStrictEqual(plan);
      expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toStrictEqual(plan);
    }
  });

  it("takes the name of a preset for its plan, and answers another with the names", () => {
    expect(parsePlan("balanced")).toEqual(plans.balanced);
    expect(problems("orkstra")).toEqual([
      'plan: expected one of orkestra, balanced or a plan document, got "orkstra". Did you mean "orkestra"?',
    ]);
    expect(problems("toString")).toHaveLength(1);
  });

  it("reports every problem at once, each with its path", () => {
    const wrong = {
      schemaVersion: 2,
      prepare: { treat: "cut", indicators: { age: { normalise: "zscore" } } },
      weigh: { scheme: "given", dimensions: { social: -1 } },
      space: { metric: "cosines", minCoverage: 2 },
      reference: { count: 0, exclude: { attribute: { type: "city" } } },
      colour: "red",
    };
    const paths = problems(wrong).map((message) => message.slice(0, message.indexOf(":")));
    expect(paths.sort()).toEqual([
      "plan",
      "plan.prepare.indicators.age.normalise",
      "plan.prepare.treat",
      "plan.reference.count",
      "plan.reference.exclude.attribute.type",
      "plan.schemaVersion",
      "plan.space.metric",
      "plan.space.minCoverage",
      "plan.weigh.dimensions.social",
    ]);
  });

  it("says what was expected and what came", () => {
    expect(problems({ schemaVersion: 2 })).toEqual(["plan.schemaVersion: expected 1, got 2."]);
    expect(problems({ space: { metric: "manhatten" } })[0]).toContain('Did you mean "manhattan"?');
    expect(problems({ reference: { eligible: [1] } })).toEqual([
      "plan.reference.eligible[0]: expected a text, got 1.",
    ]);
  });

  it.each([[42], [true], [[]], [[{}]]])("does not take %j for a plan", (json) => {
    expect(problems(json).length).toBeGreaterThan(0);
  });

  it("does not take weights made elsewhere: a plan makes its own", () => {
    expect(problems({ space: { weights: {} } })[0]).toContain('plan.space: unknown key "weights"');
  });
});

describe("the presets", () => {
  it("say honestly what they are", () => {
    expect(plans.orkestra.description).toMatch(/^Reconstruction of the Orkestra \/ S3 Platform method/);
    expect(plans.orkestra.description).toMatch(/not public/);
    expect(plans.balanced.description).toMatch(/own preset/);
    expect(plans.balanced.description).toMatch(/weights by redundancy/);
  });

  it("orkestra: treated, min-max, equal by dimension, squared Euclidean, 20 regions", () => {
    const { prepare, weigh, space, reference } = plans.orkestra;
    expect([prepare.treat, prepare.normalise, weigh.scheme, space.metric, reference.count]).toEqual([
      "auto",
      "min-max",
      "equal-by-dimension",
      "squared-euclidean",
      20,
    ]);
  });

  it("balanced: the same with z-scores and weights by redundancy within each dimension, gaps left gaps", () => {
    const { name, description, prepare, weigh, ...rest } = plans.balanced;
    const { name: _, description: __, prepare: ___, weigh: ____, ...others } = plans.orkestra;
    expect(rest).toEqual(others);
    expect(weigh).toEqual({ scheme: "redundancy", within: "dimension" });
    expect(prepare).toEqual({ ...plans.orkestra.prepare, normalise: "z-score" });
    expect(prepare.impute).toBe("none");
  });

  it("cannot be spoilt by what a caller does to a plan that he was given", () => {
    const plan = parsePlan("orkestra") as { reference: { count: number } };
    try {
      plan.reference.count = 3;
    } catch {
      // Frozen is just as well.
    }
    const after = parsePlan("orkestra").reference.count;
    plan.reference.count = 20;
    expect(after).toBe(20);
  });
});

describe("planSchema", () => {
  it("is a JSON Schema document that states the defaults", () => {
    expect(planSchema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(JSON.parse(JSON.stringify(planSchema))).toEqual(planSchema);
    const { space, reference } = planSchema.properties as Record<string, { properties: object }>;
    expect(space!.properties).toMatchObject({
      metric: { default: "squared-euclidean" },
      minCoverage: { default: 0.66 },
    });
    expect(reference!.properties).toMatchObject({ count: { default: 20 } });
  });

  it("needs nothing: an empty plan is a plan", () => {
    expect(planSchema.required).toBeUndefined();
  });
});
