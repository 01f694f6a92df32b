/**
 * The method in one page that works without a network.
 *
 * @module reference-regions/explorer
 */

export { type ExplorerOptions, renderExplorer } from "./render-explorer.js";
