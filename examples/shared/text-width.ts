/** Widths of letters in Arial, in parts of the size of the font; Cyrillic letters by their Latin likes. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ["ijl|'", 0.22],
  [" ftI.,:;!/\\[]", 0.28],
  ['r()-"{}г', 0.35],
  ["ckszvxyJсзхутчкь", 0.5],
  ["ABEKPSVXY&АВЕКРЗТХУmмшыфж", 0.7],
  ["CDHNRUwГДИЙЛНПСЧЭЯщюъ", 0.75],
  ["GOQMМОФЖЮ", 0.83],
  ["W%@ШЩ", 0.94],
];

const widthOf = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((one) => [one, width])));

/** About how wide a text is in pixels. Without a screen ECharts would take Cyrillic letters for as wide as Chinese ones. */
export function textWidth(text: string, font: string | undefined): number {
  const size = Number(/([\d.]+)px/.exec(font ?? "")?.[1] ?? 12);
  const wide = (letter: string): number => widthOf.get(letter) ?? (letter >= "\u2e80" ? 1 : 0.556);
  return size * [...text].reduce((sum, letter) => sum + wide(letter), 0);
}
