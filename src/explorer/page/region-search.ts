import { make, named, setAttribute } from "./dom.js";
import type { Page, Part } from "./part.js";

/** So many matches are offered at most. */
const MOST = 12;

/** A text as it is compared: without case and accents. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** The search box for a region: type, walk through the matches with the arrow keys, take one with Enter. */
export function regionSearch(page: Page): Part {
  const { engine, words } = page;
  const entries = engine.table.regions.map(({ id, country }) => ({
    id,
    label: `${page.nameOf(id)} (${id})`,
    key: plain(`${page.nameOf(id)} ${id} ${country ?? ""}`),
  }));
  const input = make("input", {
    id: "region",
    type: "text",
    role: "combobox",
    dir: "auto",
    autocomplete: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "region-matches",
    "aria-describedby": "region-help",
  });
  const matches = make("ul", {
    id: "region-matches",
    role: "listbox",
    "aria-label": words.region,
    hidden: true,
  });
  let found: readonly (typeof entries)[number][] = [];
  let active = -1;

  const close = (): void => {
    matches.hidden = true;
    active = -1;
    setAttribute(input, "aria-expanded", "false");
    setAttribute(input, "aria-activedescendant", null);
  };
  const restore = (): void => {
    close();
    input.value = entries.find(({ id }) => id === page.view().target)?.label ?? "";
  };
  const choose = (at: number): void => {
    const chosen = found[at];
    if (chosen === undefined) return;
    page.change({ target: chosen.id, pair: null, compare: [] });
    restore();
  };
  const mark = (at: number): void => {
    active = at;
    [...matches.children].forEach((option, i) => {
      setAttribute(option, "aria-selected", i === at ? "true" : "false");
      if (i === at) option.scrollIntoView({ block: "nearest" });
    });
    setAttribute(input, "aria-activedescendant", at < 0 ? null : `match-${at}`);
  };
  const open = (query: string): void => {
    const parts = plain(query).split(/\s+/);
    const starts = ({ key }: (typeof entries)[number]): number => (key.startsWith(parts[0]!) ? 0 : 1);
    found = entries
      .filter(({ key }) => parts.every((part) => key.includes(part)))
      .sort((a, b) => starts(a) - starts(b))
      .slice(0, MOST);
    matches.replaceChildren(
      ...(found.length === 0
        ? [make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, words.noMatch)]
        : found.map(({ label }, at) => {
            const option = make(
              "li",
              { id: `match-${at}`, role: "option", "aria-selected": "false" },
              named(label),
            );
            option.addEventListener("pointerdown", (event) => {
              event.preventDefault();
              choose(at);
            });
            return option;
          })),
    );
    matches.hidden = false;
    setAttribute(input, "aria-expanded", "true");
    mark(found.length > 0 && query !== "" ? 0 : -1);
  };

  input.addEventListener("focus", () => input.select());
  input.addEventListener("input", () => open(input.value));
  input.addEventListener("blur", restore);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (matches.hidden) open("");
      else mark((active + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter" && !matches.hidden) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape") restore();
  });
  return {
    element: make(
      "div",
      { class: "search field" },
      make("label", { for: "region" }, words.region),
      input,
      make("span", { id: "region-help", class: "hint" }, words.search),
      matches,
    ),
    show: () => {
      if (document.activeElement !== input || matches.hidden) restore();
    },
  };
}
