import { mean, sum } from "../shared/statistics.js";

/** A fitted power transformation: lambda, and what is added to a value first (Box-Cox alone; 0 when all are positive). */
export interface PowerTransform {
  readonly lambda: number;
  readonly shift: number;
}

const [LOWEST, HIGHEST] = [-5, 5];

/** Box-Cox: ((x + shift)^lambda - 1) / lambda, the natural logarithm at lambda 0. */
export function boxCox(value: number, { lambda, shift }: PowerTransform): number {
  return power(Math.log(value + shift), lambda);
}

/** Yeo-Johnson: Box-Cox of x + 1 for x >= 0, and minus the Box-Cox of 1 - x with 2 - lambda below. */
export function yeoJohnson(value: number, { lambda }: PowerTransform): number {
  return value >= 0 ? power(Math.log1p(value), lambda) : -power(Math.log1p(-value), 2 - lambda);
}

/**
 * Fits Box-Cox by maximum likelihood, lambda within -5 to 5. Values of zero or less are first shifted to begin at 1 % of the range:
 * shift = 0.01 range - min.
 */
export function fitBoxCox(values: readonly number[]): PowerTransform {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const shift = low > 0 ? 0 : 0.01 * (high - low) - low;
  const jacobian = sum(values.map((value) => Math.log(value + shift)));
  return { shift, lambda: likeliest(values, (value, lambda) => boxCox(value, { lambda, shift }), jacobian) };
}

/** Fits Yeo-Johnson by maximum likelihood, lambda within -5 to 5; values of any sign. */
export function fitYeoJohnson(values: readonly number[]): PowerTransform {
  const jacobian = sum(values.map((value) => Math.sign(value) * Math.log1p(Math.abs(value))));
  return {
    shift: 0,
    lambda: likeliest(values, (value, lambda) => yeoJohnson(value, { lambda, shift: 0 }), jacobian),
  };
}

/** (e^(lambda log) - 1) / lambda without loss near 0. */
function power(logarithm: number, lambda: number): number {
  return lambda === 0 ? logarithm : Math.expm1(lambda * logarithm) / lambda;
}

/**
 * The lambda that maximises the profile log-likelihood of a normal distribution: -n/2 ln(population variance) + (lambda - 1)
 * times the sum of the Jacobian's logarithms. The best point of a grid is narrowed down by golden section.
 */
function likeliest(
  values: readonly number[],
  transform: (value: number, lambda: number) => number,
  jacobian: number,
): number {
  const loss = (lambda: number): number => {
    const transformed = values.map((value) => transform(value, lambda));
    if (!transformed.every(Number.isFinite)) return Infinity;
    const centre = mean(transformed);
    const variance = sum(transformed.map((value) => (value - centre) ** 2)) / values.length;
    return variance > 0 ? (values.length / 2) * Math.log(variance) - (lambda - 1) * jacobian : Infinity;
  };
  const step = 0.25;
  const grid = Array.from({ length: (HIGHEST - LOWEST) / step + 1 }, (_, i) => LOWEST + i * step);
  const losses = grid.map(loss);
  const best = grid[losses.indexOf(losses.reduce((a, b) => Math.min(a, b)))]!;
  return goldenSection(loss, Math.max(LOWEST, best - step), Math.min(HIGHEST, best + step));
}

/** The minimum of a function with one valley between two points, to 1e-8. */
function goldenSection(f: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [fa, fb] = [f(a), f(b)];
  while (high - low > 1e-8) {
    if (fa < fb) {
      [high, b, fb] = [b, a, fa];
      a = high - ratio * (high - low);
      fa = f(a);
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + ratio * (high - low);
      fb = f(b);
    }
  }
  return (low + high) / 2;
}
