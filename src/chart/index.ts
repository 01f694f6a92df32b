/**
 * Results as options of ECharts charts, plain JSON.
 *
 * @module reference-regions/chart
 */
export type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
export { type ContributionChoices, contributionChart } from "./contribution-chart.js";
export { coverageHeatmap } from "./coverage-heatmap.js";
export { dendrogramChart } from "./dendrogram-chart.js";
export { distanceHistogram, type HistogramChoices } from "./distance-histogram.js";
export { type MapChart, type MapChoices, mapChart } from "./map-chart.js";
export type { MapShapes } from "./map-group.js";
export { paretoChart } from "./pareto-chart.js";
export { type BiplotChoices, pcaBiplot } from "./pca-biplot.js";
export { profileChart } from "./profile-chart.js";
export { type RadarChoices, radarChart } from "./radar-chart.js";
export { type RankRangeChoices, rankRangeChart } from "./rank-range-chart.js";
export { silhouetteChart } from "./silhouette-chart.js";
export { type ChartWords, chartWords } from "./words.js";
