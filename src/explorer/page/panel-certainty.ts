import { assessSensitivity } from "../../sensitivity/assess-sensitivity.js";
import type { Driver, Sensitivity } from "../../sensitivity/sensitivity.js";
import { button, make, named, setText, tableOf } from "./dom.js";
import type { Page, Part } from "./part.js";
import { describeProblem } from "./problem.js";

/** Variants of the method that are tried. */
const DRAWS = 400;

/** How sure the list is, on request: the method is run again and again, in slices, with its progress, until it is done or cancelled. */
export function certaintyPanel(page: Page): Part {
  const { words, engine } = page;
  const bar = make("progress", { max: 1, value: 0, "aria-label": words.progress, hidden: true });
  const status = make("p", { role: "status" });
  const result = make("div", {});
  let running: AbortController | null = null;

  const run = async (): Promise<void> => {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    const view = page.view();
    const asked = JSON.stringify([view.target, engine.planOf(view)]);
    setBusy(true);
    setText(status, words.working);
    try {
      const stages = ["variants", "ranks"];
      const certainty = await assessSensitivity(engine.table, view.target, {
        ...engine.plan.sensitivity,
        plan: engine.planOf(view),
        draws: DRAWS,
        signal,
        onProgress: ({ stage, done, total }) => {
          const before = stages.indexOf(stage);
          bar.value = before < 0 ? 0.9 + (0.1 * done) / total : 0.45 * (before + done / total);
        },
      });
      const now = page.view();
      // An answer to what is no longer asked is none.
      if (asked !== JSON.stringify([now.target, engine.planOf(now)])) return setText(status, words.cancelled);
      setText(status, "");
      page.setCertainty(certainty);
    } catch (error) {
      setText(status, signal.aborted ? words.cancelled : describeProblem(error, words));
    } finally {
      if (running?.signal === signal) setBusy(false);
    }
  };
  const ask = button(words.ask, () => void run(), { id: "ask-certainty" });
  const cancel = button(words.cancel, () => running?.abort(), { id: "cancel-certainty", hidden: true });
  const setBusy = (busy: boolean): void => {
    // The focus goes from one button to the other, but is taken from nowhere else.
    const focused = document.activeElement === ask || document.activeElement === cancel;
    bar.hidden = !busy;
    cancel.hidden = !busy;
    ask.hidden = busy;
    if (focused) (busy ? cancel : ask).focus();
    if (busy) bar.value = 0;
  };
  let shownOf: Sensitivity | null = null;
  return {
    element: make(
      "div",
      {},
      make("p", {}, words.certaintyHelp),
      make("p", { class: "buttons" }, ask, cancel, bar),
      status,
      result,
    ),
    show: ({ certainty, settled }) => {
      if (settled === null) running?.abort();
      if (certainty === shownOf) return;
      shownOf = certainty;
      result.replaceChildren(...(certainty === null ? [] : describe(page, certainty)));
    },
  };
}

function describe(page: Page, certainty: Sensitivity): HTMLElement[] {
  const { words, say, format } = page;
  const { columns } = say;
  const listed = certainty.regions.filter((one) => one.listed);
  const near = certainty.regions.filter((one) => !one.listed && one.inclusion >= 0.25);
  const driverOf = ({ assumption, dimension }: Driver): string =>
    dimension === null ? say.assumptions[assumption] : say.weightOf(page.dimensionOf(dimension));
  const range = (low: number | null, high: number | null): string =>
    low === null || high === null ? "–" : `${format.number(low)}–${format.number(high)}`;
  return [
    make("p", { class: "answer" }, words.sureAbout(certainty.draws, format.percent(certainty.stability))),
    tableOf(
      say.headings.certainty,
      [columns.region, columns.inclusion, columns.ranks],
      [...listed, ...near]
        .slice(0, 200)
        .map(({ id, inclusion, rankLow, rankHigh, listed: own }) => [
          own ? named(page.nameOf(id), "span") : make("em", { dir: "auto" }, page.nameOf(id)),
          format.percent(inclusion),
          range(rankLow, rankHigh),
        ]),
    ),
    near.length === 0
      ? make("p", {}, say.noneOutside)
      : make(
          "p",
          {},
          say.outside(
            near
              .slice(0, 20)
              .map(({ id }) => page.nameOf(id))
              .join("; "),
          ),
        ),
    make("h3", {}, words.drivers),
    make(
      "ol",
      {},
      ...certainty.drivers.slice(0, 4).map((driver) => make("li", {}, named(driverOf(driver), "span"))),
    ),
  ];
}
