import type { Derivation } from "../table/indicator-source.js";
import { type Cut, type Figure, joinFigureFlags } from "./cut.js";

/** The figure of a region in a year, or null where it cannot be made. */
export type FigureOf = (geo: string, year: number) => Figure | null;

/** How figures are made of the cells that were cut out; `other` are those that they are set against. */
export function deriver(cut: Cut, derive: Derivation | undefined, other: Cut): FigureOf {
  const own: FigureOf = (geo, year) => cut.get(geo)?.get(year) ?? null;
  if (derive === undefined) return own;
  if ("average" in derive)
    return (geo, year) => {
      const parts = Array.from({ length: derive.average }, (_, i) => own(geo, year - i));
      if (parts.some((part) => part === null)) return null;
      const known = parts as Figure[];
      const value = known.reduce((sum, part) => sum + part.value, 0) / known.length;
      return { value, flag: joinFigureFlags(known) };
    };
  if ("growth" in derive)
    return (geo, year) => {
      const now = own(geo, year);
      const before = own(geo, year - derive.growth);
      if (now === null || before === null || before.value <= 0 || now.value < 0) return null;
      const value = 100 * ((now.value / before.value) ** (1 / derive.growth) - 1);
      return { value, flag: joinFigureFlags([now, before]) };
    };
  const factor = "share" in derive ? 100 : (derive.times ?? 1);
  return (geo, year) => {
    const part = own(geo, year);
    const whole = other.get(geo)?.get(year) ?? null;
    if (part === null || whole === null || whole.value === 0) return null;
    return { value: (factor * part.value) / whole.value, flag: joinFigureFlags([part, whole]) };
  };
}
