import { analyse } from "../../analyse.js";
import { toCsv } from "../../report/to-csv.js";
import { toMarkdownSync } from "../../report/to-markdown-sync.js";
import { button, make, setText } from "./dom.js";
import { hasPerformance } from "./panel-performance.js";
import type { Page, Part, Shown } from "./part.js";
import { describeProblem } from "./problem.js";

/** Files to take away: the list, the plan, the chart that is seen and a report; and the address of this view. */
export function takeAway(page: Page, svg: () => string | null): Part {
  const { words, engine, language } = page;
  const status = make("p", { role: "status", class: "hint" });
  let now: Shown | null = null;
  const say = (message: string): void => setText(status, message);
  const write = (name: string, type: string, text: string): void => {
    const file = `${name.replace(/[^\p{L}\p{N}.-]+/gu, "-")}`;
    download(file, type, text);
    say(words.written(file));
  };
  const target = (): string => page.view().target;
  const report = async (): Promise<void> => {
    say(words.working);
    try {
      const view = page.view();
      const planned = engine.planOf(view);
      const plan = hasPerformance(page) ? { ...planned, benchmark: planned.benchmark ?? {} } : planned;
      const analysis = await analyse(engine.table, view.target, plan);
      write(`report-${view.target}.md`, "text/markdown", toMarkdownSync(analysis, { language }));
    } catch (error) {
      say(describeProblem(error, words));
    }
  };
  const list = (): void => {
    if (now?.settled)
      write(`reference-regions-${target()}.csv`, "text/csv", toCsv(now.settled.reference, { language }));
  };
  const plan = (): void =>
    write(
      `plan-${target()}.json`,
      "application/json",
      `${JSON.stringify(engine.planOf(page.view()), null, 2)}\n`,
    );
  const drawing = (): void => {
    const text = svg();
    if (text === null) say(words.noChart);
    else write(`chart-${target()}.svg`, "image/svg+xml", text);
  };
  const link = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      say(words.copied);
    } catch {
      say(location.href);
    }
  };
  const buttons = [
    button(words.exportList, list, { id: "export-list" }),
    button(words.exportPlan, plan, { id: "export-plan" }),
    button(words.exportChart, drawing, { id: "export-chart" }),
    button(words.exportReport, () => void report(), { id: "export-report" }),
    button(words.copyLink, () => void link(), { id: "copy-link" }),
  ];
  return {
    element: make(
      "section",
      { id: "take-away", "aria-label": words.exports },
      make("h2", {}, words.exports),
      make("p", { class: "buttons" }, ...buttons),
      status,
    ),
    show: (shown) => {
      now = shown;
      buttons[0]!.disabled = shown.settled === null;
    },
  };
}

function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const anchor = make("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
