import { ReferenceRegionsError } from "../../shared/errors.js";
import type { Words } from "../language/words.js";

/** What went wrong, in the language of the page; a problem that it has no words for says itself. */
export function describeProblem(error: unknown, { problems }: Words): string {
  const code = error instanceof ReferenceRegionsError ? error.code : "";
  return (Object.hasOwn(problems, code) ? problems[code] : undefined) ?? (error as Error).message;
}
