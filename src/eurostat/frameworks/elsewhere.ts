import type { Text } from "../../shared/text.js";
import type { Indicator } from "../../table/framework.js";

/** A structural indicator that Eurostat does not publish at NUTS 2, or no longer. */
export interface PublishedElsewhere {
  /** Ready to join `frameworks.structural`; its figures are looked for under the name in `from.dataset`. */
  readonly indicator: Indicator;
  /** Why it is not in the framework. */
  readonly why: Text;
  /** Who publishes it. */
  readonly where: { readonly name: string; readonly url: string };
  /** Level, years, and what to know before use. */
  readonly coverage: Text;
}
