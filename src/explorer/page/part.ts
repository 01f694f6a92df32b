import type { Format } from "../../report/language/format.js";
import type { Messages } from "../../report/language/messages.js";
import type { FeatureCollection } from "../../report/to-geojson.js";
import type { Sensitivity } from "../../sensitivity/sensitivity.js";
import type { Text } from "../../shared/text.js";
import type { Words } from "../language/words.js";
import type { Engine, Settled } from "../model/engine.js";
import type { Ranking } from "../model/ranking.js";
import type { View } from "../model/view.js";

/** What every part of the page is built with, in one language. */
export interface Page {
  readonly engine: Engine;
  readonly geometry: FeatureCollection | null;
  readonly title: string;
  readonly language: string;
  readonly words: Words;
  /** The words of a report. */
  readonly say: Messages;
  readonly format: Format;
  readonly text: (text: Text) => string;
  readonly nameOf: (region: string) => string;
  readonly indicatorOf: (indicator: string) => string;
  readonly dimensionOf: (dimension: string) => string;
  readonly elementOf: (element: string) => string;
  /** The view as it is now. */
  readonly view: () => View;
  /** Changes the view; the page follows. */
  readonly change: (patch: Partial<View>) => void;
  /** Shows the pair of the target and a region. */
  readonly openPair: (region: string) => void;
  /** Says something to those who listen to the page. */
  readonly announce: (message: string) => void;
  /** How sure the list was found to be, or nothing. */
  readonly setCertainty: (certainty: Sensitivity | null) => void;
}

/** What is to be shown. */
export interface Shown {
  readonly view: View;
  /** Null where the list cannot be made; then `problem` says why. */
  readonly ranking: Ranking | null;
  /** Null while the library is still at work. */
  readonly settled: Settled | null;
  readonly problem: string | null;
  readonly certainty: Sensitivity | null;
}

/** A part of the page. */
export interface Part {
  readonly element: HTMLElement;
  readonly show: (shown: Shown) => void;
  /** The chart of this part as SVG, where it has one. */
  readonly svg?: () => string | null;
}
