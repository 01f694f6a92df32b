import { type LongTask, quietly } from "../shared/long-task.js";
import { randomStreams } from "../shared/random.js";
import type { StructuralSpace } from "../space/structural-space.js";
import type { Assumptions, Menu } from "./draw-assumptions.js";
import type { Driver, Inert } from "./sensitivity.js";
import { type Assumption, assumptions, type SensitivityChoices } from "./sensitivity-options.js";
import type { Setting } from "./setting.js";
import { sobolIndices } from "./sobol.js";

/** So many pairs of variants, at most, are compared. */
const PAIRS = 256;

/** One assumption on its own: its name, and how it is taken from another set; the same set where the two agree in it. */
interface Input extends Pick<Driver, "driver" | "assumption" | "dimension"> {
  readonly take: (a: Assumptions, b: Assumptions) => Assumptions;
}

/**
 * Finds which assumption moves the list most. `drawn` is sample A of the assumptions; sample B is drawn anew; for each assumption the
 * shift of the list is also taken at A with that assumption from B. The weight of each dimension is an assumption of its own.
 */
export function* findDrivers(
  { space, dimensions, menu, choices: { seed, vary }, draw }: Setting,
  drawn: readonly Assumptions[],
  shiftOf: (assumptions: Assumptions) => LongTask<number>,
): LongTask<{ readonly drivers: Driver[]; readonly inert: Inert[] }> {
  const a = drawn.slice(0, PAIRS);
  const nextStream = randomStreams(seed, "drivers");
  const b = a.map(() => draw(nextStream()));
  const inputs = inputsOf(space, dimensions, vary);
  const ofA = yield* quietly(measureAll(a, shiftOf));
  const ofB = yield* quietly(measureAll(b, shiftOf));
  const mixed: Float64Array[] = [];
  for (const { take } of inputs) {
    const taken = a.map((one, i) => take(one, b[i]!));
    mixed.push(
      yield* quietly(
        measureAll(taken, function* (one, i) {
          return one === a[i] ? ofA[i]! : yield* shiftOf(one);
        }),
      ),
    );
    yield { stage: "drivers", done: mixed.length, total: inputs.length };
  }
  const indices = sobolIndices(ofA, ofB, mixed, randomStreams(seed, "resamples")());
  const moved = inputs.map((_, at) => mixed[at]!.some((shift, i) => shift !== ofA[i]));
  const drivers = inputs
    .map(({ take: _, ...input }, at): Driver => ({ ...input, ...indices[at]! }))
    .filter((_, at) => moved[at])
    .sort((x, y) => y.total - x.total || (x.driver < y.driver ? -1 : 1));
  const still = inputs.filter((_, at) => !moved[at]);
  return {
    drivers,
    inert: [
      ...still.map((one) => inertAssumption(one.driver, menu)),
      ...weightless(space),
      ...switchedOff(vary),
    ],
  };
}

function* measureAll(
  sample: readonly Assumptions[],
  shiftOf: (assumptions: Assumptions, i: number) => LongTask<number>,
): LongTask<Float64Array> {
  const shifts = new Float64Array(sample.length);
  for (const [i, one] of sample.entries()) {
    shifts[i] = yield* shiftOf(one, i);
    yield;
  }
  return shifts;
}

function inputsOf(
  { weighting }: StructuralSpace,
  dimensions: readonly string[],
  vary: SensitivityChoices["vary"],
): Input[] {
  const weights = dimensions.flatMap((id, d): Input[] => {
    if (!vary.weights || !(weighting.dimensions[id]! > 0)) return [];
    return [
      {
        driver: `weight of ${id}`,
        assumption: "weights",
        dimension: id,
        take: (a, b) => ({ ...a, parts: a.parts.map((part, at) => (at === d ? b.parts[d]! : part)) }),
      },
    ];
  });
  const others = assumptions.flatMap((name): Input[] => {
    if (name === "weights" || !vary[name]) return [];
    return [
      {
        driver: name,
        assumption: name,
        dimension: null,
        take: (a, b) => (a[name] === b[name] ? a : { ...a, [name]: b[name] }),
      },
    ];
  });
  return [...weights, ...others];
}

function inertAssumption(id: string, menu: Menu): Inert {
  const single = Object.hasOwn(menu, id) && menu[id as keyof Menu].length === 1;
  const reason = single
    ? id === "impute"
      ? "no cell is missing"
      : "there is nothing to choose beside the plan's"
    : "no variant moved the list";
  return { kind: "assumption", id, reason };
}

function weightless({ indicators, weights }: StructuralSpace): Inert[] {
  return indicators.flatMap(({ id }, k): Inert[] =>
    weights[k] === 0 ? [{ kind: "indicator", id, reason: "its weight is 0" }] : [],
  );
}

function switchedOff(vary: SensitivityChoices["vary"]): Inert[] {
  return (Object.keys(vary) as Assumption[])
    .filter((id) => !vary[id])
    .map((id) => ({ kind: "assumption", id, reason: "not varied" }));
}
