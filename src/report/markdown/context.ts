import type { Analysis } from "../../analyse.js";
import { type Text, textIn } from "../../shared/text.js";
import type { Indicator } from "../../table/framework.js";
import type { Format } from "../language/format.js";
import type { Messages } from "../language/messages.js";
import { plain } from "./write.js";

/** What every section of a report is written with. All texts that it gives are ready to print. */
export interface Context extends Analysis {
  readonly say: Messages;
  readonly format: Format;
  readonly language: string;
  readonly text: (text: Text) => string;
  /** "País Vasco (ES21)". */
  readonly region: (id: string) => string;
  readonly indicator: (id: string) => string;
  readonly dimension: (id: string) => string;
  /** A figure of an indicator with its unit, and the difference of two. */
  readonly figure: (id: string, value: number) => string;
  readonly gap: (id: string, value: number) => string;
}

export function contextOf(analysis: Analysis, language: string, say: Messages, format: Format): Context {
  const { framework, regions } = analysis.table;
  const text = (one: Text): string => plain(textIn(one, language));
  const names = new Map(regions.map(({ id, name }) => [id, name]));
  const dimensions = new Map(framework.dimensions.map(({ id, name }) => [id, name]));
  const indicators = new Map<string, Indicator>(framework.indicators.map((one) => [one.id, one]));
  const unitOf = (id: string): string => text(indicators.get(id)?.unit ?? "");
  return {
    ...analysis,
    say,
    format,
    language,
    text,
    region: (id) => `${text(names.get(id) ?? id)} (${plain(id)})`,
    indicator: (id) => text(indicators.get(id)?.name ?? id),
    dimension: (id) => text(dimensions.get(id) ?? id),
    figure: (id, value) => [format.number(value), unitOf(id)].filter(Boolean).join(" "),
    gap: (id, value) => {
      const unit = unitOf(id);
      if (unit.startsWith("%")) return say.points(format.signed(value), unit);
      return [format.signed(value), unit].filter(Boolean).join(" ");
    },
  };
}
