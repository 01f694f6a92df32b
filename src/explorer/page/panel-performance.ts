import type { Benchmark, BenchmarkIndicator } from "../../benchmark/benchmark.js";
import { benchmarkAgainst } from "../../benchmark/benchmark-against.js";
import { findLeaders, type Leaders } from "../../benchmark/find-leaders.js";
import { chart, colours, escaped } from "./chart.js";
import { button, make, named, tableOf } from "./dom.js";
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
      drawing.draw(
        optionsOf(page, benchmark),
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

/** Each indicator on one scale: standard deviations from the mean of the list, turned so that right is better. */
function optionsOf(page: Page, { indicators, target }: Benchmark): object {
  const shown = indicators.filter((one) => (one.sd ?? 0) > 0 && one.target !== null);
  const scaled = (one: BenchmarkIndicator, value: number): number =>
    ((one.direction === "lower" ? -1 : 1) * (value - one.mean!)) / one.sd!;
  const names = shown.map((one) => page.text(one.name)).reverse();
  const range = (one: BenchmarkIndicator): readonly [number, number] => {
    const ends = [scaled(one, one.min!), scaled(one, one.max!)].sort((a, b) => a - b);
    return [ends[0]!, ends[1]!];
  };
  const turned = [...shown].reverse();
  const dots = (
    name: string,
    color: string,
    symbol: string,
    of: (one: BenchmarkIndicator) => number,
  ): object => ({
    type: "scatter",
    name,
    symbol,
    symbolSize: 12,
    z: 3,
    itemStyle: { color },
    data: turned.map((one, at) => [scaled(one, of(one)), at]),
  });
  const bar = { type: "bar", stack: "range", barWidth: 8, silent: true };
  return {
    legend: { bottom: 0, textStyle: { color: "#333" } },
    tooltip: { formatter: ({ seriesName }: { seriesName: string }): string => escaped(seriesName) },
    grid: { left: 8, right: 16, top: 8, bottom: 40, containLabel: true },
    xAxis: { type: "value", splitLine: { lineStyle: { color: "#e6e6e6" } } },
    yAxis: {
      type: "category",
      data: names,
      axisLabel: { width: 170, overflow: "break", fontSize: 11, lineHeight: 12, color: "#333" },
      axisTick: { show: false },
    },
    series: [
      ...turned.flatMap((one, at) => {
        const [low, high] = range(one);
        const only = (value: number): (number | string)[] => turned.map((_, k) => (k === at ? value : "-"));
        // A bar from low to high across 0 is one on either side of it.
        return [
          { ...bar, stack: "right", data: only(Math.max(0, high)), itemStyle: { color: "#dfe3e8" } },
          {
            ...bar,
            stack: "right",
            barGap: "-100%",
            data: only(Math.min(0, low)),
            itemStyle: { color: "#dfe3e8" },
          },
        ];
      }),
      dots(page.words.median, colours.median!, "rect", (one) => one.median!),
      dots(page.text(target.name), colours.target!, "circle", (one) => one.target!),
    ],
  };
}
