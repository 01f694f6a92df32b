const ZERO = 48;
const MINUS = 45;
const POINT = 46;

/** So many digits are surely exact as a whole number. */
const EXACT_DIGITS = 15;

const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * The number that stands in a part of a row: digits with a point and a minus sign at most, `NaN` for anything else. Nothing is cut out of
 * the row, which makes large files quick to read; a whole number and a power of ten, both exact, give the nearest number.
 */
export function plainNumberAt(row: string, start: number, end: number): number {
  const negative = row.charCodeAt(start) === MINUS;
  let whole = 0;
  let digits = 0;
  let point = -1;
  for (let i = negative ? start + 1 : start; i < end; i++) {
    const digit = row.charCodeAt(i) - ZERO;
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit;
      digits += 1;
    } else if (digit === POINT - ZERO && point < 0 && digits > 0) point = digits;
    else return Number.NaN;
  }
  if (digits === 0 || digits > EXACT_DIGITS) return Number.NaN;
  const value = point < 0 ? whole : whole / POWERS[digits - point]!;
  return negative && value !== 0 ? -value : value;
}
