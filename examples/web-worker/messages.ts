import type { ReferenceRegions, Sensitivity } from "reference-regions";

/** What the page asks of the worker. */
export type Question =
  | { readonly ask: "open"; readonly csv: string; readonly framework: unknown }
  | { readonly ask: "list"; readonly target: string; readonly count: number }
  | { readonly ask: "certainty"; readonly target: string; readonly count: number; readonly draws: number }
  | { readonly ask: "cancel" };

/** What the worker answers. Results are plain data: they cross over as they are. */
export type Answer =
  | { readonly is: "opened"; readonly regions: readonly { readonly id: string; readonly name: string }[] }
  | { readonly is: "list"; readonly list: ReferenceRegions }
  | { readonly is: "progress"; readonly done: number; readonly total: number }
  | { readonly is: "certainty"; readonly sensitivity: Sensitivity }
  | { readonly is: "cancelled" }
  | { readonly is: "problem"; readonly message: string };
