// The entry `reference-regions/explorer`: the method in one page that works without a network.
export { type ExplorerOptions, renderExplorer } from "./render-explorer.js";
