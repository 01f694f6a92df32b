import { makeTypology } from "../../cluster/cluster-regions.js";
import type { Distinction } from "../../cluster/distinctions.js";
import { locateInTypology } from "../../cluster/locate-in-typology.js";
import type { Typology } from "../../cluster/typology.js";
import { leadingReasons } from "../../reference/leading-reasons.js";
import { runInSlices } from "../../shared/long-task.js";
import type { Settled } from "../model/engine.js";
import { labelled, make, menu, named, setText, tableOf } from "./dom.js";
import type { Page, Part } from "./part.js";
import { describeProblem } from "./problem.js";

/** Above so many regions a hierarchy takes too long while somebody waits. */
const MOST_JOINED = 2_000;

/** All regions divided into types, and the type of the target. */
export function typesPanel(page: Page): Part {
  const { words, say } = page;
  const choices = Array.from({ length: 11 }, (_, k): readonly [string, string] => [`${k + 2}`, `${k + 2}`]);
  const count = menu(choices, (value) => page.change({ types: Number(value) }));
  const status = make("p", { role: "status" });
  const result = make("div", {});
  let running = new AbortController();
  let made: { readonly of: Settled; readonly k: number } | null = null;

  const divide = async (settled: Settled, k: number): Promise<void> => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    setText(status, words.working);
    try {
      const typology = await runInSlices(makeTypology(settled.space, choicesOf(page, settled, k)), {
        signal,
      });
      result.replaceChildren(...describe(page, settled, typology));
      setText(status, "");
    } catch (error) {
      if (signal.aborted) return;
      result.replaceChildren();
      setText(status, describeProblem(error, words));
    }
  };
  return {
    element: make("div", {}, labelled(words.typesCount, count), status, result),
    show: ({ view, settled }) => {
      count.value = String(view.types);
      setText(
        status,
        settled === null
          ? words.working
          : status.textContent === words.working
            ? words.working
            : (status.textContent ?? ""),
      );
      if (settled === null || (made?.of === settled && made.k === view.types)) return;
      made = { of: settled, k: view.types };
      void divide(settled, view.types);
    },
    svg: () => null,
  };
  function describe(_: Page, settled: Settled, typology: Typology): HTMLElement[] {
    const place = locateInTypology(typology, settled.reference);
    const { columns } = say;
    const sentence =
      place.label === null
        ? say.noType
        : `${say.ofType(place.label, typology.k, place.size ?? 0, place.ofSameType, place.neighbours)}${place.borderline && place.secondBest !== null ? ` ${say.border(place.secondBest)}` : ""}`;
    return [
      make("p", { class: "answer" }, sentence),
      tableOf(
        say.types(typology.k, typology.regions.length, say.methods[typology.method]),
        [columns.type, columns.name, columns.size, columns.medoid],
        typology.clusters.map(({ label, size, medoid, distinctive }) => [
          label === place.label ? make("strong", {}, String(label)) : String(label),
          distinctionOf(page, distinctive),
          String(size),
          named(page.nameOf(medoid), "span"),
        ]),
      ),
    ];
  }
}

function choicesOf({ engine }: Page, { space }: Settled, k: number) {
  const { typology } = engine.plan;
  const method = space.n > MOST_JOINED ? ("k-means" as const) : (typology?.method ?? ("ward" as const));
  return { method, k: Math.min(k, space.n), seed: typology?.seed ?? 1 };
}

/** What sets a type apart, as a report says it. */
function distinctionOf({ engine, say, indicatorOf }: Page, distinctive: readonly Distinction[]): string {
  const ids = distinctive.map(({ id }) => id);
  const leading = leadingReasons(ids, engine.table.framework.indicators, 3);
  const names = (sign: 1 | -1): string =>
    leading
      .filter((id) => sign * distinctive.find((one) => one.id === id)!.difference > 0)
      .map(indicatorOf)
      .join(", ");
  return say.distinct(names(1), names(-1));
}
