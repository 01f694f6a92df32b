import {
  assessSensitivitySync,
  benchmarkAgainst,
  buildSpace,
  clusterRegions,
  findReferenceRegions,
  prepare,
  readRegionRows,
  toCsv,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { makePerformance } from "../support/performance.js";
import { bundledTable, makeFramework } from "../support/tables.js";

const table = makePerformance([12, 10, 16, null, 15]);
const space = buildSpace(prepare(table));
const list = findReferenceRegions(space, "R01", { count: 3 });
const linesOf = (csv: string) => csv.split("\r\n");

describe("toCsv", () => {
  it("writes a list, nearest first, with all digits", () => {
    const [header, first, ...others] = linesOf(toCsv(list));
    expect(header).toBe("rank,id,name,country,distance,similarity,closeness,coverage");
    const { distance, similarity, closeness } = list.regions[0]!;
    expect(first).toBe(`1,R02,R02,B,${distance},${similarity},${closeness},1`);
    expect(others).toHaveLength(3);
    expect(others.at(-1)).toBe("");
  });

  it("writes what each indicator contributes, which adds up to the distances", () => {
    const eu = buildSpace(prepare(bundledTable("eu-nuts2")));
    const reference = findReferenceRegions(eu, "ES21", { count: 3 });
    const [header, ...rows] = linesOf(toCsv(reference, { what: "contributions" })).slice(0, -1);
    expect(header).toBe("region,indicator,share,gap,target,value");
    for (const { id, distance } of reference.regions) {
      const shares = rows.map((row) => row.split(",")).filter(([region]) => region === id);
      expect(shares.reduce((sum, [, , share]) => sum + Number(share), 0)).toBeCloseTo(distance, 12);
    }
  });

  it("writes a benchmark, a missing figure as an empty cell", () => {
    const csv = linesOf(toCsv(benchmarkAgainst(table, list)));
    expect(csv[0]).toBe(
      "id,name,unit,direction,target,known,mean,sd,min,q1,median,q3,max,rank,percentile,gapToMedian,gapToBest,score,standing,leaders",
    );
    // 10 and 16, the third has none; two figures give no interval, hence no standing and no leaders.
    const { sd, score } = benchmarkAgainst(table, list).indicators[0]!;
    expect(csv[1]).toBe(`more,more,points,higher,12,2,13,${sd},10,11.5,13,14.5,16,2,50,-1,-4,${score},,`);
  });

  it("writes a typology and a sensitivity, a region in each row", () => {
    const types = linesOf(toCsv(clusterRegions(space, { method: "ward", k: 2 })));
    expect(types[0]).toBe("id,name,country,type,silhouette,secondBest,borderline");
    expect(types).toHaveLength(1 + 5 + 1);
    const sure = linesOf(
      toCsv(assessSensitivitySync(table, "R01", { plan: { reference: { count: 2 } }, draws: 5 })),
    );
    expect(sure[0]).toBe("id,name,country,rank,listed,inclusion,rankLow,rankMedian,rankHigh");
    expect(sure[1]).toMatch(/^R02,R02,B,1,true,1,1,1,1$/);
  });

  it("quotes what would break a row, and keeps spreadsheets from running names as formulas", () => {
    const names = ['=HYPERLINK("x")', "+1", "-1", "@x", "\tx", 'say "no", or\nyes', "plain"];
    const rows = ["the target", ...names].map((name, i) => ({ code: `R${i}`, name, place: i }));
    const named = readRegionRows(rows, makeFramework({ indicators: ["place"] }));
    const own = findReferenceRegions(buildSpace(prepare(named)), "R0");
    const written = toCsv(own);
    for (const text of ["'=HYPERLINK", "'+1", "'-1", "'@x", '"say ""no"", or\nyes"', ",plain,"])
      expect(written).toContain(text);
    expect(written).not.toMatch(/,[=+@]/);
  });

  it("takes another delimiter and another language", () => {
    const own = {
      ...list,
      regions: list.regions.map((one) => ({ ...one, name: { en: "Valley; high", ru: "Долина" } })),
    };
    expect(linesOf(toCsv(own, { delimiter: ";" }))[1]).toContain('1;R02;"Valley; high";B;');
    expect(linesOf(toCsv(own, { language: "ru" }))[1]).toContain("1,R02,Долина,B,");
  });

  it("refuses what is no table, and contributions that are not there", () => {
    expect(() => toCsv({} as never)).toThrow(
      "toCsv.result: expected reference regions, a benchmark, a typology or a sensitivity, got {}.",
    );
    const bare = findReferenceRegions(space, "R01", { explain: false });
    expect(() => toCsv(bare, { what: "contributions" })).toThrow("Make it with explain: true.");
  });
});
