import { ReferenceRegionsError } from "reference-regions";

/** The error that `run` throws; fails when it throws none, or one that is not the library's own. */
export function errorOf(run: () => unknown): ReferenceRegionsError {
  try {
    run();
  } catch (error) {
    if (error instanceof ReferenceRegionsError) return error;
    throw error;
  }
  throw new Error("expected an error, got none");
}

/** The messages of all problems that `run` reports, in their order. */
export function messagesOf(run: () => unknown): string[] {
  return errorOf(run).issues.map(({ message }) => message);
}
