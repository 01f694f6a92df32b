/** Points are looked at in blocks of so many. */
export const BLOCK = 16;

/** Along so many axes coordinates are whole numbers. */
export const LEADING = 16;

/** Boxes span the first axes only: they carry most of every distance. */
export const BOXED = 8;

/** The largest of the whole numbers: sixteen squares of the largest gap fit into 31 bits. */
export const MOST = 5_792;

/** The largest coordinate along the other axes. */
export const TAIL_MOST = 65_536;

/** Bytes that are used up before what is found. */
export const SPARE = 64;

/** The bytes of a sieve, as whole numbers of two bytes, of four, and as numbers in single precision. */
export interface SieveBytes {
  readonly shorts: Int16Array;
  readonly integers: Int32Array;
  readonly floats: Float32Array;
}

/** Where a box of points begins, in bytes; how many blocks it has; and how many bytes the other axes of a point take. */
export interface BoxOfPoints {
  readonly start: number;
  readonly blocks: number;
  readonly tail: number;
}

/** How many bytes the axes behind the leading ones take, of a point with so many in all: they come in eights. */
export function tailOf(axes: number): number {
  return 32 * Math.max(Math.ceil((axes - LEADING) / 8), 0);
}

/** How many bytes a query takes. */
export function querySize(tail: number): number {
  return 2 * LEADING + tail;
}

/** How many bytes a box of points takes. */
export function boxSize(blocks: number, tail: number): number {
  return blocks * BLOCK * querySize(tail);
}

/** How many bytes the sides of so many boxes take. */
export function sidesSize(boxes: number): number {
  return 128 * Math.ceil(boxes / 4);
}

/** Where a whole number of a point stands among the shorts. */
export function leadingAt(start: number, point: number, axis: number): number {
  const inBlock = point % BLOCK;
  return start / 2 + (point - inBlock) * LEADING + (axis >> 1) * 2 * BLOCK + 2 * inBlock + (axis & 1);
}

/** Where the other coordinates of a point begin among the floats. */
export function tailAt({ start, blocks, tail }: BoxOfPoints, point: number): number {
  return (start + blocks * BLOCK * 2 * LEADING + point * tail) / 4;
}

/** Where the lower side of a box stands among the shorts; the upper one stands eight behind it. */
export function sideAt(sides: number, box: number, axis: number): number {
  return sides / 2 + (box >> 2) * 64 + (axis >> 1) * 16 + (box & 3) * 2 + (axis & 1);
}

/** Writes a point at its place in a box; axes that it has not stay 0. What is too far out is brought in: no gap grows by it. */
export function putPoint(
  { shorts, floats }: SieveBytes,
  box: BoxOfPoints,
  point: number,
  coordinates: ArrayLike<number>,
): void {
  const others = tailAt(box, point) - LEADING;
  for (let axis = 0; axis < coordinates.length; axis++) {
    const value = coordinates[axis]!;
    if (axis < LEADING) shorts[leadingAt(box.start, point, axis)] = Math.round(within(value, MOST));
    else floats[others + axis] = within(value, TAIL_MOST);
  }
}

/** Copies a point out of its box, to ask for those near to it. */
export function copyPoint(
  { shorts, floats }: SieveBytes,
  box: BoxOfPoints,
  point: number,
  query: number,
): void {
  for (let axis = 0; axis < LEADING; axis++)
    shorts[query / 2 + axis] = shorts[leadingAt(box.start, point, axis)]!;
  const others = tailAt(box, point);
  floats.copyWithin((query + 2 * LEADING) / 4, others, others + box.tail / 4);
}

/** Draws the sides of a box around its first points. */
export function putSides(
  { shorts }: SieveBytes,
  start: number,
  size: number,
  sides: number,
  box: number,
): void {
  for (let axis = 0; axis < BOXED; axis++) {
    let [low, high] = [MOST, -MOST];
    for (let point = 0; point < size; point++) {
      const value = shorts[leadingAt(start, point, axis)]!;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    const at = sideAt(sides, box, axis);
    [shorts[at], shorts[at + 8]] = [low, high];
  }
}

/** A number, brought to at most so much either way. */
export function within(value: number, most: number): number {
  return Math.max(-most, Math.min(value, most));
}
