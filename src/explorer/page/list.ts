import type { Closeness } from "../../space/closeness.js";
import type { Row } from "../model/ranking.js";
import { MOST_COMPARED, type View } from "../model/view.js";
import { make, setAttribute, setText } from "./dom.js";
import type { Page, Part } from "./part.js";

/** From so many rows on a list is long. */
const LONG = 50;

interface Line {
  readonly element: HTMLLIElement;
  readonly show: (row: Row, view: View, close?: Closeness, inclusion?: number) => void;
}

/** The list of reference regions. Lines are made once and rewritten, so that they can follow a slider. */
export function list(page: Page): Part {
  const { words } = page;
  const heading = make("h2", { id: "list-heading", tabindex: "-1" });
  const summary = make("p", { class: "hint" });
  const problem = make("p", { class: "problem", role: "alert" });
  const lines = make("ol", { class: "list", "aria-labelledby": "list-heading" });
  const more = make("p", { class: "hint" });
  const pool: Line[] = [];
  return {
    element: make(
      "section",
      { id: "list", "aria-labelledby": "list-heading" },
      heading,
      summary,
      problem,
      lines,
      more,
    ),
    show: (shown) => {
      const { ranking, view } = shown;
      const rows = ranking?.rows ?? [];
      setText(heading, words.list(page.nameOf(view.target)));
      setText(summary, `${words.listed(ranking?.listed ?? 0)}. ${words.compareHelp(MOST_COMPARED)}`);
      setText(problem, shown.problem ?? "");
      problem.hidden = shown.problem === null;
      while (pool.length < rows.length) pool.push(makeLine(page));
      const full = new Map(shown.settled?.reference.regions.map((one) => [one.id, one.closeness]));
      const sure = new Map(shown.certainty?.regions.map((one) => [one.id, one.inclusion]));
      rows.forEach((row, at) => {
        pool[at]!.show(row, view, full.get(row.id), sure.get(row.id));
        if (lines.children[at] !== pool[at]!.element) lines.append(pool[at]!.element);
      });
      while (lines.children.length > rows.length) lines.lastElementChild!.remove();
      const hidden = (ranking?.listed ?? 0) - rows.length;
      more.hidden = hidden <= 0;
      setText(more, hidden > 0 ? words.more(hidden) : "");
      // Of a long list the browser lays out only what is seen.
      lines.classList.toggle("long", rows.length > LONG);
    },
  };
}

function makeLine(page: Page): Line {
  const { words, say, format } = page;
  const rank = make("span", { class: "rank" });
  const name = make("button", { type: "button", class: "name", dir: "auto" });
  const country = make("span", { class: "country" });
  const bar = make("span", { class: "fill" });
  const similarity = make("span", { class: "similarity" });
  const closeness = make("span", { class: "closeness" });
  const sure = make("span", { class: "sure" });
  const reasons = make("span", { class: "reasons" });
  const differences = make("span", { class: "reasons" });
  const box = make("input", { type: "checkbox", class: "compare" });
  const element = make(
    "li",
    {},
    rank,
    make("div", { class: "who" }, make("div", {}, name, " ", country), reasons, differences),
    make(
      "div",
      { class: "near" },
      similarity,
      make("span", { class: "bar", "aria-hidden": "true" }, bar),
      closeness,
      sure,
    ),
    make("span", { class: "pick" }, box),
  );
  let id = "";
  name.addEventListener("click", () => page.openPair(id));
  box.addEventListener("change", () => {
    const others = page.view().compare.filter((one) => one !== id);
    page.change({ compare: box.checked ? [...others, id].slice(-MOST_COMPARED) : others });
  });
  // Two reasons in all: one of either kind where there are both.
  const names = (ids: readonly string[], others: readonly string[]): string =>
    ids
      .slice(0, others.length > 0 ? 1 : 2)
      .map(page.indicatorOf)
      .join("; ");
  return {
    element,
    show: (row, view, close, inclusion) => {
      if (id !== row.id) {
        id = row.id;
        setAttribute(element, "data-region", id);
        setText(name, page.nameOf(id));
        setText(country, row.country === null ? id : `${row.country} · ${id}`);
        setAttribute(box, "aria-label", words.compareWith(page.nameOf(id)));
      }
      setText(rank, String(row.rank));
      setAttribute(element, "data-distance", row.distance);
      setText(similarity, `${words.similarity} ${format.number(Math.round(row.similarity))}`);
      bar.style.width = `${row.similarity}%`;
      setAttribute(element, "class", view.pair === id ? "chosen" : null);
      setText(closeness, close === undefined ? "…" : say.closeness[close]);
      const { unites, divides } = row.reasons ?? { unites: [], divides: [] };
      setText(reasons, unites.length > 0 ? words.alike(names(unites, divides)) : "");
      setText(differences, divides.length > 0 ? words.different(names(divides, unites)) : "");
      setText(sure, inclusion === undefined ? "" : `${say.columns.inclusion}: ${format.percent(inclusion)}`);
      sure.hidden = inclusion === undefined;
      box.checked = view.compare.includes(id);
    },
  };
}
