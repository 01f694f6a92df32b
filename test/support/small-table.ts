/** A framework of three indicators, for tables of a few lines. */
export const smallFramework = {
  schemaVersion: 1,
  id: "valleys",
  name: "Valleys",
  dimensions: [{ id: "people", name: "People" }],
  indicators: [
    { id: "age", name: "Median age", dimension: "people", role: "structural" },
    { id: "density", name: "Density", dimension: "people", role: "structural" },
    { id: "income", name: "Income", dimension: "people", role: "performance", direction: "higher" },
  ],
} as const;

export const smallCsv =
  "code,name,age,density,income\nA,Upper,44,100,3\nB,Lower,41,110,4\nC,East,52,,5\nD,West,49,700,6\n";
