import { type Analysis, type Framework, textIn } from "reference-regions";
import { cell, percent } from "./print.js";

/** In how many variants of the plan each region is listed, its range of ranks, and which assumption moves the list most. */
export function printSensitivity({ sensitivity }: Analysis, framework: Framework): void {
  if (sensitivity === undefined) return;
  const { regions, drivers, inert, draws, stability } = sensitivity;
  const shown = regions.filter(({ listed, inclusion }) => listed || inclusion >= 0.25);
  console.log(`\nHow sure? ${draws.toLocaleString("en")} variants of weights, indicators and methods`);
  console.log("region                                   rank  inclusion  ranks (5-95 %)");
  for (const { id, name, rank, listed, inclusion, rankLow, rankHigh } of shown) {
    const label = cell(`${id}  ${textIn(name)}`, 40);
    console.log(
      `${label} ${`${rank ?? "-"}`.padStart(4)}  ${percent(inclusion).padStart(9)}  ${`${rankLow}-${rankHigh}`.padStart(14)}${listed ? "" : "  (not listed)"}`,
    );
  }
  console.log(`On average ${percent(stability)} of the list stays.`);
  const nameOf = new Map(framework.dimensions.map(({ id, name }) => [id, textIn(name)]));
  const told = drivers.slice(0, 3).map(({ assumption, dimension, total }) => {
    const words = dimension === null ? driverWords[assumption] : `the weight of ${nameOf.get(dimension)}`;
    return `${words} ${percent(total)}`;
  });
  if (told.length > 0)
    console.log(
      `What moves the list most (total effect, in parts of the variance of its shift): ${told.join("; ")}.`,
    );
  const still = inert.filter(({ kind, reason }) => kind === "assumption" && reason !== "not varied");
  if (still.length > 0)
    console.log(`Moves nothing: ${still.map(({ id, reason }) => `${id} (${reason})`).join("; ")}.`);
}

const driverWords = {
  weights: "the weights",
  drop: "which indicator is left out",
  normalise: "how figures are brought to one scale",
  treat: "how outliers are treated",
  impute: "how gaps are filled",
  metric: "how distance is measured",
} as const;
