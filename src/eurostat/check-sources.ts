import { issueAt, OptionsError } from "../shared/errors.js";
import type { Framework } from "../table/framework.js";

/** Every indicator must say where its figures come from. */
export function checkSources(framework: Framework): void {
  const issues = framework.indicators.flatMap(({ id, from }, i) =>
    from === undefined
      ? [
          issueAt(
            "no-source",
            { path: `framework.indicators[${i}].from` },
            `expected where the figures of ${id} come from, got nothing. Name the data set and the cells.`,
          ),
        ]
      : [],
  );
  if (issues.length > 0) throw new OptionsError(issues);
}
