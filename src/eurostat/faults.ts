import { DataError, type Issue, issueAt, type Place } from "../shared/errors.js";

/** After so many problems the rest of a file is not looked at: it is another file than was meant. */
const MOST_FAULTS = 1000;

/** The problems of one input, collected to be thrown at once. */
export interface Faults {
  add(code: string, place: Place, sentence: string): void;
  /** Throws what was collected, if anything was. */
  throwAny(): void;
}

/** Begins a collection of problems. It throws of itself once there are a thousand. */
export function collectFaults(): Faults {
  const issues: Issue[] = [];
  const throwAny = (): void => {
    if (issues.length > 0) throw new DataError(issues);
  };
  return {
    add(code, place, sentence) {
      issues.push(issueAt(code, place, sentence));
      if (issues.length < MOST_FAULTS) return;
      const rest = `expected fewer than ${MOST_FAULTS} problems, got as many up to here. The rest was not read: mend these first.`;
      issues.push(issueAt("too-many-problems", place, rest));
      throwAny();
    },
    throwAny,
  };
}

/** One problem that leaves nothing else to look at. */
export function dataError(code: string, place: Place, sentence: string): DataError {
  return new DataError([issueAt(code, place, sentence)]);
}
