import { type Framework, type Note, type Plan, type Typology, textIn } from "reference-regions";

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** What the data are, and of which years. */
export function printVintage({ name, from, to }: Typology["vintage"]): void {
  const years = from === null ? "years not stated" : from === to ? `${from}` : `${from}-${to}`;
  console.log(`Data: ${textIn(name)}, figures of ${years}`);
}

export function printNotes(notes: readonly Note[]): void {
  console.log(`\nNotes\n${notes.map(({ message }) => `- ${message}`).join("\n")}`);
}

export function printCredits({ credits = [] }: Framework): void {
  if (credits.length > 0) console.log(`\nData credits\n${credits.map((credit) => `- ${credit}`).join("\n")}`);
}

/** Text in a column of so many characters. */
export function cell(text: string, width: number): string {
  return (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width);
}

/** k-means makes the tightest types, but needs a metric with centres; k-medoids takes any. */
export function methodFor({ space }: Plan): "k-means" | "k-medoids" {
  return ["squared-euclidean", "euclidean", "mahalanobis"].includes(space.metric) ? "k-means" : "k-medoids";
}
