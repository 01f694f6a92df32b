import type { Context } from "./context.js";
import { referencesFor } from "./references.js";
import { bullets, codeBlock } from "./write.js";

/** How to make the result again, and what the method rests on. */
export function replay(context: Context): string[] {
  const { say, plan, target, recipe } = context;
  const code = [
    'import { analyse, fromJson, toJson } from "reference-regions";',
    "",
    "const before = fromJson(json); // what toJson wrote of this analysis",
    `const again = await analyse(before.table, ${JSON.stringify(target.id)}, before.plan);`,
    "toJson(again) === json; // true",
  ].join("\n");
  return [
    `## ${say.headings.replay}`,
    say.replay(recipe.version),
    codeBlock("js", code),
    say.planIs,
    codeBlock("json", JSON.stringify(plan, null, 2)),
    `## ${say.headings.references}`,
    bullets(referencesFor(plan)),
  ];
}
