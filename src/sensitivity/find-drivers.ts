import { type LongTask, quietly } from "../shared/long-task.js";
import { type RandomStream, randomStreams } from "../shared/random.js";
import type { StructuralSpace } from "../space/structural-space.js";
import type { Assumptions, Menu } from "./draw-assumptions.js";
import type { Driver, Inert } from "./sensitivity.js";
import type { Assumption, SensitivityChoices } from "./sensitivity-options.js";
import { sobolIndices } from "./sobol.js";

/** So many pairs of variants, at most, are compared. */
const PAIRS = 256;

/** What the drivers are found with. */
export interface DriverSetting {
  readonly seed: number;
  readonly dimensions: readonly string[];
  /** Draws a set of assumptions that is independent of the first. */
  readonly redraw: (random: RandomStream) => Assumptions;
  readonly vary: SensitivityChoices["vary"];
  readonly menu: Menu;
}

/** One assumption on its own: its name, and how it is taken from another set. */
interface Input {
  readonly driver: string;
  readonly take: (a: Assumptions, b: Assumptions) => Assumptions;
}

/**
 * Finds which assumption moves the list most. `drawn` is sample A of the assumptions; sample B is drawn anew; for each assumption the
 * shift of the list is also taken at A with that assumption from B. The weight of each dimension is an assumption of its own.
 */
export function* findDrivers(
  space: StructuralSpace,
  drawn: readonly Assumptions[],
  shiftOf: (assumptions: Assumptions) => number,
  { seed, dimensions, redraw, vary, menu }: DriverSetting,
): LongTask<{ readonly drivers: Driver[]; readonly inert: Inert[] }> {
  const a = drawn.slice(0, PAIRS);
  const nextStream = randomStreams(seed, "drivers");
  const b = a.map(() => redraw(nextStream()));
  const inputs = inputsOf(space, dimensions, vary);
  const shifts = (sample: readonly Assumptions[]): LongTask<Float64Array> => measureAll(sample, shiftOf);
  const ofA = yield* quietly(shifts(a));
  const ofB = yield* quietly(shifts(b));
  const mixed: Float64Array[] = [];
  for (const { take } of inputs) {
    mixed.push(yield* quietly(shifts(a.map((one, i) => take(one, b[i]!)))));
    yield { stage: "drivers", done: mixed.length, total: inputs.length };
  }
  const indices = sobolIndices(ofA, ofB, mixed, randomStreams(seed, "resamples")());
  const drivers = inputs
    .map(({ driver }, at): Driver => ({ driver, ...indices[at]! }))
    .sort((x, y) => y.total - x.total || (x.driver < y.driver ? -1 : 1));
  const still = inputs.filter((_, at) => mixed[at]!.every((shift, i) => shift === ofA[i]));
  return {
    drivers: drivers.filter(({ driver }) => !still.some((one) => one.driver === driver)),
    inert: [
      ...still.map((one) => inertAssumption(one.driver, menu)),
      ...weightless(space),
      ...switchedOff(vary),
    ],
  };
}

function* measureAll(
  sample: readonly Assumptions[],
  shiftOf: (assumptions: Assumptions) => number,
): LongTask<Float64Array> {
  const shifts = new Float64Array(sample.length);
  for (const [i, assumptions] of sample.entries()) {
    shifts[i] = shiftOf(assumptions);
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
        take: (a, b) => ({ ...a, parts: a.parts.map((part, at) => (at === d ? b.parts[d]! : part)) }),
      },
    ];
  });
  const others = (["drop", "normalise", "treat", "impute", "metric"] as const)
    .filter((name) => vary[name])
    .map((name): Input => ({ driver: name, take: (a, b) => ({ ...a, [name]: b[name] }) }));
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
