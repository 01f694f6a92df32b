import type { Benchmark } from "../../benchmark/benchmark.js";
import { benchmarkAgainst } from "../../benchmark/benchmark-against.js";
import { findLeaders, type Leaders } from "../../benchmark/find-leaders.js";
import { profileChart } from "../../chart/profile-chart.js";
import { chart } from "./chart.js";
import { button, make, named, tableOf } from "./dom.js";
import { fitNames, heightOf } from "./fit-names.js";
import type { Page, Part } from "./part.js";

/** Whether a table has anything to say of performance. */
export function hasPerformance({ engine }: Page): boolean {
  return engine.table.framework.indicators.some(({ role }) => role === "performance");
}

/** The target against its list on performance, and whom to learn from. */
export function performancePanel(page: Page): Part {
  const { words, engine } = page;
  const drawing = chart(440);
  const rest = make("div", {});
  return {
    element: make("div", {}, make("p", { class: "hint" }, words.performanceHelp), drawing.element, rest),
    show: ({ settled }) => {
      if (settled === null) return;
      const { reference } = settled;
      const { lists: _, ...choices } = { lists: null, ...engine.plan.benchmark };
      const benchmark = benchmarkAgainst(engine.table, reference, choices);
      const options = profileChart(benchmark, { language: page.language });
      drawing.setHeight(heightOf(benchmark.indicators.length, drawing.size().width));
      drawing.draw(
        fitNames(options, drawing.size().width),
        `${words.panels.performance}: ${page.nameOf(reference.target.id)}`,
      );
      rest.replaceChildren(
        standingsOf(page, benchmark),
        ...leadersOf(page, findLeaders(benchmark, reference)),
      );
    },
    svg: drawing.svg,
  };
}

function standingsOf(page: Page, { indicators }: Benchmark): HTMLElement {
  const { say, format, words } = page;
  const figure = (value: number | null): string => (value === null ? "–" : format.number(value));
  return tableOf(
    say.headings.performance,
    [say.columns.indicator, say.columns.target, words.median, say.columns.place, say.columns.standing],
    indicators.map((one) => [
      make(
        "span",
        {},
        named(page.indicatorOf(one.id), "span"),
        make("small", {}, one.unit === null ? "" : ` ${page.text(one.unit)}`),
      ),
      figure(one.target),
      figure(one.median),
      one.rank === null ? "–" : `${one.rank} / ${one.known + 1}`,
      make(
        "span",
        { class: `standing ${one.standing ?? "unknown"}` },
        one.standing === null ? say.unknown : say.standing[one.standing],
      ),
    ]),
  );
}

function leadersOf(page: Page, { leaders }: Leaders): HTMLElement[] {
  const { say } = page;
  const heading = make("h3", {}, say.headings.leaders);
  if (leaders.length === 0) return [heading, make("p", {}, say.noLeader)];
  return [
    heading,
    make("p", {}, say.leaders),
    make(
      "ol",
      { class: "leaders" },
      ...leaders.slice(0, 5).map(({ id, betterIn }) =>
        make(
          "li",
          {},
          button(page.nameOf(id), () => page.openPair(id), { class: "name", dir: "auto" }),
          ` ${betterIn
            .slice(0, 3)
            .map((lead) => page.indicatorOf(lead.id))
            .join("; ")}`,
        ),
      ),
    ),
  ];
}
