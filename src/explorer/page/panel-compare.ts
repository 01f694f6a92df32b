import { MOST_COMPARED } from "../model/view.js";
import { button, type Child, make, named, tableOf } from "./dom.js";
import type { Page, Part, Shown } from "./part.js";

/** The target and up to three regions side by side: distance, similarity and all figures. */
export function comparePanel(page: Page): Part {
  const { words } = page;
  const element = make("div", {});
  return {
    element,
    show: (shown) => {
      const { compare } = shown.view;
      element.replaceChildren(
        ...(compare.length === 0
          ? [make("p", { class: "notice" }, words.compareHelp(MOST_COMPARED))]
          : [chosen(page, compare), figures(page, shown)]),
      );
    },
  };
}

function chosen(page: Page, compare: readonly string[]): HTMLElement {
  return make(
    "p",
    { class: "chosen-regions" },
    ...compare.map((id) =>
      button(`${page.nameOf(id)} ×`, () => page.change({ compare: compare.filter((one) => one !== id) }), {
        dir: "auto",
      }),
    ),
  );
}

function figures(page: Page, { view, ranking, settled }: Shown): HTMLElement {
  const { engine, words, say, format } = page;
  const { table } = engine;
  const ids = [view.target, ...view.compare];
  const at = new Map(table.regions.map(({ id }, i) => [id, i]));
  const rows = ids.map((id) => ranking?.rows.find((one) => one.id === id));
  const full = ids.map((id) => settled?.reference.regions.find((one) => one.id === id));
  const figure = (value: number | null | undefined): Child =>
    value === null || value === undefined ? "–" : format.number(value);
  return tableOf(
    words.panels.compare!,
    [say.columns.indicator, ...ids.map(page.nameOf)],
    [
      [say.columns.rank, ...rows.map((row) => figure(row?.rank))],
      [words.distance, ...rows.map((row) => figure(row?.distance))],
      [
        say.columns.similarity,
        ...rows.map((row) => figure(row === undefined ? null : Math.round(row.similarity))),
      ],
      [say.columns.closeness, ...full.map((one) => (one === undefined ? "–" : say.closeness[one.closeness]))],
      ...table.framework.indicators.map((one): Child[] => [
        make(
          "span",
          {},
          named(page.text(one.name), "span"),
          make("small", {}, one.unit === undefined ? "" : ` ${page.text(one.unit)}`),
        ),
        ...ids.map((id) => figure(table.columns[one.id]?.[at.get(id)!])),
      ]),
    ],
  );
}
