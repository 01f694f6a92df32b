import { panels as names, type Panel } from "../model/view.js";
import { make, setAttribute } from "./dom.js";
import { certaintyPanel } from "./panel-certainty.js";
import { comparePanel } from "./panel-compare.js";
import { mapPanel } from "./panel-map.js";
import { pairPanel } from "./panel-pair.js";
import { hasPerformance, performancePanel } from "./panel-performance.js";
import { radarPanel } from "./panel-radar.js";
import { typesPanel } from "./panel-types.js";
import type { Page, Part } from "./part.js";

const makers: { readonly [name in Panel]: (page: Page) => Part } = {
  map: mapPanel,
  pair: pairPanel,
  radar: radarPanel,
  performance: performancePanel,
  types: typesPanel,
  compare: comparePanel,
  certainty: certaintyPanel,
};

/** The panels beside the list, one of which is shown: tabs, walked through with the arrow keys. A panel works only while it is seen. */
export function panels(page: Page): Part {
  const { words } = page;
  const offered = names.filter((name) => name !== "performance" || hasPerformance(page));
  const tabs = offered.map((name) => {
    const part = makers[name](page);
    const tab = make(
      "button",
      { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}` },
      words.panels[name] ?? name,
    );
    const panel = make(
      "div",
      { role: "tabpanel", id: `panel-${name}`, "aria-labelledby": `tab-${name}`, tabindex: "0" },
      part.element,
    );
    tab.addEventListener("click", () => page.change({ panel: name }));
    return { name, part, tab, panel };
  });
  const bar = make(
    "div",
    { role: "tablist", "aria-label": words.panelsLabel },
    ...tabs.map(({ tab }) => tab),
  );
  const activeOf = (name: Panel): number => Math.max(0, offered.indexOf(name));
  bar.addEventListener("keydown", (event) => {
    const at = activeOf(page.view().panel);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length]!;
    page.change({ panel: next.name });
    next.tab.focus();
  });
  return {
    element: make(
      "section",
      { id: "panels", "aria-label": words.panelsLabel },
      bar,
      ...tabs.map(({ panel }) => panel),
    ),
    show: (shown) => {
      const active = activeOf(shown.view.panel);
      tabs.forEach(({ tab, panel, part }, at) => {
        setAttribute(tab, "aria-selected", at === active ? "true" : "false");
        setAttribute(tab, "tabindex", at === active ? "0" : "-1");
        panel.hidden = at !== active;
        if (at === active) part.show(shown);
      });
    },
    svg: () => tabs[activeOf(page.view().panel)]?.part.svg?.() ?? null,
  };
}
