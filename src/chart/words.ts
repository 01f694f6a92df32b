import type { Standing } from "../benchmark/benchmark.js";
import type { Closeness } from "../space/closeness.js";

/** All that charts say, in one language. */
export interface ChartWords {
  readonly source: string;
  readonly closeness: { readonly [word in Closeness]: string };
  readonly standing: { readonly [word in Standing]: string };
  readonly target: string;
  readonly others: string;
  readonly group: string;
  readonly groupMedian: string;
  /** The name of a type. */
  readonly type: (label: number) => string;
  readonly severalTypes: string;
  /** How many regions lie beyond the axis. */
  readonly atTheEdge: (n: number) => string;
  /** The title of `radarChart`. */
  readonly radar: (target: string) => string;
  readonly percentiles: string;
  /** The title of `profileChart`. */
  readonly profile: (target: string) => string;
  readonly profileAxis: string;
  /** The title of `contributionChart`. */
  readonly pair: (a: string, b: string) => string;
  readonly pairAxis: string;
  readonly unites: string;
  readonly divides: string;
  /** The title of `mapChart` of a list. */
  readonly map: (target: string) => string;
  /** The title of `mapChart` of a typology. */
  readonly typesMap: (k: number) => string;
  /** How many regions the map does not show. */
  readonly withoutPlace: (n: number) => string;
  /** The title of `distanceHistogram`. */
  readonly histogram: (target: string) => string;
  readonly distance: string;
  readonly regions: string;
  readonly lastListed: string;
  /** The title of `dendrogramChart`. */
  readonly dendrogram: (k: number) => string;
  readonly height: string;
  /** The title of `silhouetteChart`, with the mean width. */
  readonly silhouette: (mean: string) => string;
  readonly silhouetteAxis: string;
  /** The title of `rankRangeChart`. */
  readonly ranks: (target: string) => string;
  /** Of how many variants the ranks are. */
  readonly ranksOf: (draws: string) => string;
  readonly rank: string;
  readonly rankMedian: string;
  /** The title of `paretoChart`. */
  readonly pareto: (target: string) => string;
  readonly paretoAxis: string;
  readonly score: string;
  readonly front: string;
  readonly leaders: string;
  readonly coverage: string;
  /** The share of cells with a figure. */
  readonly coverageOf: (present: string) => string;
  readonly biplot: string;
  /** The axis of a principal component, with its share of the variance. */
  readonly component: (number: number, share: string) => string;
}

/** The words of charts by language. */
export const chartWords: { readonly [language in "en" | "ru"]: ChartWords } = {
  en: {
    source: "Source",
    closeness: { "very-close": "very close", close: "close", comparable: "comparable", distant: "distant" },
    standing: { ahead: "ahead", behind: "behind", level: "within the noise" },
    target: "the region itself",
    others: "other regions",
    group: "reference regions",
    groupMedian: "median of the reference regions",
    type: (label) => `type ${label}`,
    severalTypes: "several types",
    atTheEdge: (n) => `regions far away, shown at the edge: ${n}`,
    radar: (target) => `Structure of ${target}`,
    percentiles: "percentile among all regions",
    profile: (target) => `Performance of ${target} in its reference group`,
    profileAxis: "standard deviations from the mean of the group; more is better",
    pair: (a, b) => `What unites and divides ${a} and ${b}`,
    pairAxis: "gap compared with a typical one, % (left: nearer; right: further apart)",
    unites: "unites",
    divides: "divides",
    map: (target) => `Reference regions of ${target}`,
    typesMap: (k) => `${k} types of regions`,
    withoutPlace: (n) => `regions without a place: ${n}`,
    histogram: (target) => `Distances from ${target}`,
    distance: "structural distance",
    regions: "regions",
    lastListed: "last listed",
    dendrogram: (k) => `Hierarchy of regions, cut into ${k} types`,
    height: "height",
    silhouette: (mean) => `Silhouettes (mean ${mean})`,
    silhouetteAxis: "silhouette: 1 in the midst of its type, below 0 nearer to another",
    ranks: (target) => `How sure are the reference regions of ${target}?`,
    ranksOf: (draws) => `ranks in 90 % of ${draws} variants; share of the variants that list the region`,
    rank: "rank",
    rankMedian: "median rank",
    pareto: (target) => `Closeness and performance: reference regions of ${target}`,
    paretoAxis: "structural distance (closer to the left)",
    score: "performance (mean z-score in the group)",
    front: "no other is both closer and better",
    leaders: "performs better",
    coverage: "Where figures are missing",
    coverageOf: (present) => `${present} of all cells hold a figure; by country`,
    biplot: "Indicators and regions on two principal components",
    component: (number, share) => `component ${number} (${share} of the variance)`,
  },
  ru: {
    source: "Источник",
    closeness: {
      "very-close": "очень близкие",
      close: "близкие",
      comparable: "сопоставимые",
      distant: "далёкие",
    },
    standing: { ahead: "опережает", behind: "отстаёт", level: "в пределах шума" },
    target: "сам регион",
    others: "другие регионы",
    group: "референтные регионы",
    groupMedian: "медиана референтных регионов",
    type: (label) => `тип ${label}`,
    severalTypes: "несколько типов",
    atTheEdge: (n) => `далёких регионов, показанных на краю: ${n}`,
    radar: (target) => `Структура региона ${target}`,
    percentiles: "процентиль среди всех регионов",
    profile: (target) => `Результаты региона ${target} в группе референтных`,
    profileAxis: "стандартные отклонения от среднего группы; больше — лучше",
    pair: (a, b) => `Что объединяет и что разделяет: ${a} и ${b}`,
    pairAxis: "разрыв по сравнению с типичным, % (слева: ближе; справа: дальше)",
    unites: "объединяет",
    divides: "разделяет",
    map: (target) => `Референтные регионы: ${target}`,
    typesMap: (k) => `Типы регионов: ${k}`,
    withoutPlace: (n) => `регионов без координат: ${n}`,
    histogram: (target) => `Расстояния от региона ${target}`,
    distance: "структурное расстояние",
    regions: "регионов",
    lastListed: "последний в списке",
    dendrogram: (k) => `Иерархия регионов, число типов: ${k}`,
    height: "высота",
    silhouette: (mean) => `Силуэты (среднее ${mean})`,
    silhouetteAxis: "силуэт: 1 — в середине типа, ниже 0 — ближе к другому",
    ranks: (target) => `Насколько надёжны референтные регионы: ${target}`,
    ranksOf: (draws) => `ранги в 90 % вариантов (всего ${draws}); доля вариантов с регионом в списке`,
    rank: "ранг",
    rankMedian: "медианный ранг",
    pareto: (target) => `Близость и результаты: референтные регионы, ${target}`,
    paretoAxis: "структурное расстояние (ближе — левее)",
    score: "результаты (средняя z-оценка в группе)",
    front: "никто не ближе и не лучше сразу",
    leaders: "результаты выше",
    coverage: "Где нет данных",
    coverageOf: (present) => `данные есть в ${present} ячеек; по странам`,
    biplot: "Показатели и регионы на двух главных компонентах",
    component: (number, share) => `компонента ${number} (${share} дисперсии)`,
  },
};
