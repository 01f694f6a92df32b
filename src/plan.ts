import * as z from "zod/mini";
import {
  type BenchmarkChoices,
  type BenchmarkOptions,
  benchmarkSchema,
} from "./benchmark/benchmark-options.js";
import { type TypologyChoices, type TypologyOptions, typologySchema } from "./cluster/cluster-options.js";
import { type PrepareChoices, type PrepareOptions, prepareSchema } from "./prepare/prepare-options.js";
import {
  type ReferenceChoices,
  type ReferenceInput,
  referenceSchema,
} from "./reference/reference-options.js";
import schemaDocument from "./schemas/plan.json";
import {
  type SensitivityChoices,
  type SensitivityOptions,
  sensitivitySchema,
} from "./sensitivity/sensitivity-options.js";
import { checkOptions, type JsonSchema } from "./shared/check.js";
import { optionsError } from "./shared/errors.js";
import { didYouMean } from "./shared/nearest-spelling.js";
import { type SpaceChoices, type SpaceOptions, spaceSchema } from "./space/structural-space.js";
import { type WeighChoices, type WeighOptions, weighSchema } from "./weight/weigh-options.js";

/** Every choice of an analysis as one JSON document, complete: what `parsePlan` returns and what a recipe holds. */
export interface Plan {
  readonly schemaVersion: 1;
  readonly name: string;
  /** What the plan is and how far it can be trusted; shown with the results. */
  readonly description: string;
  readonly prepare: PrepareChoices;
  readonly weigh: WeighChoices;
  readonly space: SpaceChoices;
  readonly reference: ReferenceChoices;
  /** Present where the analysis divides the regions into types. */
  readonly typology?: TypologyChoices | undefined;
  /** Present where the analysis asks how sure the list is. */
  readonly sensitivity?: SensitivityChoices | undefined;
  /** Present where the analysis looks at performance. */
  readonly benchmark?: BenchmarkChoices | undefined;
}

/** A plan as a user writes it: whatever is left out takes the defaults, which are those of the preset `orkestra`. */
export interface PlanInput {
  readonly schemaVersion?: 1 | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly prepare?: PrepareOptions | undefined;
  readonly weigh?: WeighOptions | undefined;
  readonly space?: Omit<SpaceOptions, "weights"> | undefined;
  readonly reference?: ReferenceInput | undefined;
  /** The types of regions; `{}` takes the defaults (`ward`, as many types as `suggestClusterCount` names). Left out: no types. */
  readonly typology?: TypologyOptions | undefined;
  /** How sure the list is; `{}` takes the defaults of `assessSensitivity`. Left out: not asked. */
  readonly sensitivity?: SensitivityOptions | undefined;
  /** The target against its reference group, and whom to learn from; `{}` takes the defaults of `benchmarkAgainst`. Left out: not asked. */
  readonly benchmark?: Omit<BenchmarkOptions, "lists"> | undefined;
}

/** The schema of a plan. */
export const planShape: z.ZodMiniType<Plan> = z.strictObject({
  schemaVersion: z._default(z.literal(1), 1),
  name: z._default(z.string(), "own plan"),
  description: z._default(z.string(), ""),
  prepare: z.prefault(prepareSchema, {}),
  weigh: z.prefault(weighSchema, {}),
  space: z.prefault(spaceSchema, {}),
  reference: z.prefault(referenceSchema, {}),
  typology: z.optional(typologySchema),
  sensitivity: z.optional(sensitivitySchema),
  benchmark: z.optional(benchmarkSchema),
});

/** The JSON Schema of a plan document (draft 2020-12); every default is stated in it. */
export const planSchema: JsonSchema = schemaDocument;

/** The presets by name. */
export const plans: { readonly [name in "orkestra" | "balanced"]: Plan } = /* @__PURE__ */ makePresets();

/** The names of the presets. */
export type PresetName = keyof typeof plans;

function makePresets(): { readonly [name in "orkestra" | "balanced"]: Plan } {
  return {
    orkestra: complete({
      name: "orkestra",
      description:
        "Reconstruction of the Orkestra / S3 Platform method (Navarro et al. 2014): outliers treated, min-max over the table, weights equal by dimension, element and indicator, weighted sum of squared differences, 20 reference regions. The exact weights and treatments of the original are not public.",
    }),
    balanced: complete({
      name: "balanced",
      description:
        "This library's own preset: as orkestra, with z-scores instead of min-max, and within each dimension weights by redundancy, so that indicators which say the same share one voice.",
      prepare: { normalise: "z-score" },
      weigh: { scheme: "redundancy" },
    }),
  };
}

function complete(input: PlanInput): Plan {
  return checkOptions(planShape, input, "plan");
}

/**
 * Checks a plan and fills in what it leaves out. The name of a preset stands for its plan.
 *
 * @param json A plan document (parsed JSON), or `"orkestra"` or `"balanced"`.
 * @throws {OptionsError} With every problem at once, each with its path, e.g. `plan.reference.count`.
 *
 * @example
 * ```ts
 * const plan = parsePlan({ prepare: { normalise: "rank" }, reference: { count: 10 } });
 * plan.space.metric; // => "squared-euclidean"
 * parsePlan("balanced").prepare.normalise; // => "z-score"
 * ```
 */
export function parsePlan(json: unknown): Plan {
  if (typeof json !== "string") return complete(json as PlanInput);
  if (Object.hasOwn(plans, json)) return complete(plans[json as PresetName]);
  const names = Object.keys(plans);
  throw optionsError(
    "unknown-preset",
    { path: "plan" },
    `expected one of ${names.join(", ")} or a plan document, got "${json}".${didYouMean(json, names)}`,
  );
}
