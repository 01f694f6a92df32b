import { contributionChart } from "../../chart/contribution-chart.js";
import { explainPair } from "../../reference/explain-pair.js";
import type { PairExplanation, PairIndicator } from "../../reference/pair-explanation.js";
import { chart } from "./chart.js";
import { button, type Child, make, named, tableOf } from "./dom.js";
import { fitNames, heightOf } from "./fit-names.js";
import type { Page, Part } from "./part.js";

/** So many reasons are named on either side. */
const MOST_REASONS = 5;

/** Two regions: what unites them, what divides them, and their figures. */
export function pairPanel(page: Page): Part {
  const { words } = page;
  const drawing = chart(300);
  const before = make("div", {});
  const after = make("div", {});
  return {
    element: make("div", { class: "pair" }, before, drawing.element, after),
    show: ({ view, settled }) => {
      const known = view.pair !== null && view.pair !== view.target;
      drawing.element.hidden = !known;
      if (!known) {
        before.replaceChildren(make("p", { class: "notice" }, words.pairHelp));
        return after.replaceChildren();
      }
      if (settled === null || !settled.space.regions.some(({ id }) => id === view.pair)) return;
      const pair = explainPair(settled.space, view.target, view.pair!);
      const [a, b] = [page.nameOf(pair.a.id), page.nameOf(pair.b.id)];
      before.replaceChildren(...describe(page, pair, a, b));
      const options = contributionChart(pair, { language: page.language, count: MOST_REASONS });
      drawing.setHeight(
        heightOf(
          Math.min(MOST_REASONS, pair.unites.length) + Math.min(MOST_REASONS, pair.divides.length),
          drawing.size().width,
        ),
      );
      drawing.draw(fitNames(options, drawing.size().width), words.pairOf(a, b));
      after.replaceChildren(figures(page, pair, a, b));
    },
    svg: drawing.svg,
  };
}

function describe(page: Page, pair: PairExplanation, a: string, b: string): HTMLElement[] {
  const { words, say, format } = page;
  const reasons = (title: string, ids: readonly string[]): HTMLElement =>
    make(
      "div",
      {},
      make("h4", {}, title),
      ids.length === 0
        ? make("p", {}, words.nothing)
        : make(
            "ul",
            {},
            ...ids.slice(0, MOST_REASONS).map((id) => make("li", {}, named(page.indicatorOf(id), "span"))),
          ),
    );
  const marked = page.view().compare.includes(pair.b.id);
  return [
    make("h3", { dir: "auto" }, words.pairOf(a, b)),
    make(
      "p",
      {},
      pair.distance === null
        ? words.noDistance
        : `${words.distance}: ${format.number(pair.distance)} (${say.closeness[pair.closeness!]}). ${say.columns.coverage}: ${format.percent(pair.coverage)}.`,
    ),
    make("div", { class: "two" }, reasons(words.unites, pair.unites), reasons(words.divides, pair.divides)),
    marked
      ? make("p", {})
      : button(words.compareWith(b), () =>
          page.change({ compare: [...page.view().compare, pair.b.id].slice(-3), panel: "compare" }),
        ),
  ];
}

function figures(page: Page, pair: PairExplanation, a: string, b: string): HTMLElement {
  const { words, say, format } = page;
  const largest = Math.max(...pair.indicators.map(({ share }) => share ?? 0));
  const whole = pair.distance ?? 0;
  const figure = (value: number | null): Child => (value === null ? "–" : format.number(value));
  const shareOf = ({ share, verdict }: PairIndicator): Child => {
    if (share === null) return words.verdicts[verdict] ?? "–";
    const bar = make("span", { class: `fill ${verdict}` });
    bar.style.width = `${largest > 0 ? (100 * share) / largest : 0}%`;
    return make(
      "span",
      { class: "share" },
      make("span", { class: "bar", "aria-hidden": "true" }, bar),
      `${whole > 0 ? format.percent(share / whole) : "0"} `,
      make("small", {}, words.verdicts[verdict] ?? ""),
    );
  };
  const sorted = [...pair.indicators].sort((x, y) => (y.share ?? -1) - (x.share ?? -1));
  return tableOf(
    words.pairOf(a, b),
    [say.columns.indicator, a, b, words.share],
    sorted.map((one) => [
      make(
        "span",
        {},
        named(page.indicatorOf(one.id), "span"),
        make("small", {}, one.unit === null ? "" : ` ${page.text(one.unit)}`),
      ),
      figure(one.a),
      figure(one.b),
      shareOf(one),
    ]),
  );
}
