import { metricsFor, normalisationsFor } from "../model/choices.js";
import type { View } from "../model/view.js";
import { labelled, make, menu } from "./dom.js";
import type { Page, Part } from "./part.js";

/** The metric and the normalisation. */
export function methodMenus(page: Page): Part {
  const { engine, words } = page;
  const metric = menu(
    metricsFor(engine.table).map((one) => [one, words.metrics[one] ?? one] as const),
    (value) => page.change({ metric: value as View["metric"] }),
    { id: "metric" },
  );
  const normalisation = menu(
    normalisationsFor(engine.plan).map((one) => [one, words.normalisations[one] ?? one] as const),
    (value) => page.change({ normalise: value }),
    { id: "normalise" },
  );
  return {
    element: make(
      "fieldset",
      {},
      make("legend", {}, words.method),
      labelled(words.metric, metric),
      labelled(words.normalisation, normalisation),
    ),
    show: ({ view }) => {
      metric.value = view.metric;
      normalisation.value = view.normalise;
    },
  };
}
