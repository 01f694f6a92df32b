import { type Analysis, type Framework, textIn } from "reference-regions";
import { cell } from "./print.js";

/** Performance, which had no part in the list: the target, the group's quartiles, its rank, and whether the gap is more than noise. */
export function printBenchmark({ benchmark }: Analysis): void {
  if (benchmark === undefined) return;
  const { target, group, indicators } = benchmark;
  const figure = (value: number | null): string =>
    value === null ? "-" : value.toLocaleString("en", { maximumSignificantDigits: 4 });
  console.log(`\nPerformance of ${target.id} against its ${group.regions.length} reference regions`);
  console.log(
    "indicator                                    target  quartiles of the group          rank  standing",
  );
  for (const { name, unit, target: own, q1, median, q3, rank, known, standing } of indicators) {
    const quartiles = [q1, median, q3].map((value) => figure(value)).join(" / ");
    const place = rank === null ? "-" : `${rank} of ${known + 1}`;
    console.log(
      `${cell(textIn(name), 42)} ${figure(own).padStart(8)}  ${cell(quartiles, 28)} ${place.padStart(8)}  ${cell(standing ?? "-", 7)} ${unit === null ? "" : textIn(unit)}`,
    );
  }
  console.log(
    "level: no gap to the median, or one within the noise (95 % of resampled medians, or other lists turn it)",
  );
}

/** Who performs better than the target beyond the noise, in what, and who is on the front: nobody is both closer and better. */
export function printLeaders({ leaders: found }: Analysis, framework: Framework): void {
  if (found === undefined) return;
  const nameOf = new Map(framework.indicators.map(({ id, name }) => [id, textIn(name)]));
  const score = (value: number | null): string => (value === null ? "-" : value.toFixed(2));
  console.log(
    `\nWhom to learn from (score: mean z in the group; ${found.target.id} has ${score(found.targetScore)})`,
  );
  for (const { id, name, country, rank, score: own, betterIn, onFront } of found.leaders.slice(0, 8)) {
    const told = betterIn.slice(0, 3).map((lead) => nameOf.get(lead.id));
    console.log(
      `${onFront ? "*" : " "} ${cell(`${id}  ${textIn(name)} (${country ?? "-"})`, 44)} rank ${String(rank).padStart(2)}  score ${score(own).padStart(5)}  better by ${told.join(", ")}${betterIn.length > 3 ? ` and ${betterIn.length - 3} more` : ""}`,
    );
  }
  const countries = Object.entries(found.countries).map(([country, count]) => `${country} ${count}`);
  console.log(`* nobody is both closer and better. Leaders by country: ${countries.join(", ") || "none"}`);
}
