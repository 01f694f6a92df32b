import {
  buildSpace,
  findReferenceRegions,
  type Note,
  prepare,
  type ReferenceOptions,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable } from "../support/tables.js";

type Columns = Record<string, (number | null)[]>;

function ask(columns: Columns, target: string, options: ReferenceOptions = {}) {
  const prepared = prepare(makeTable(columns), { treat: "none", normalise: "none" });
  return findReferenceRegions(buildSpace(prepared, { metric: "manhattan" }), target, options);
}

const note = (notes: readonly Note[], code: string): Note | undefined =>
  notes.find((one) => one.code === code);
const line = { x: [0, 1, 3, 7, 15, 40] };

describe("the notes on a list", () => {
  it("are none where there is nothing to say", () => {
    expect(ask(line, "R01", { count: 5 }).notes).toEqual([]);
  });

  it("say when fewer regions are eligible than were asked for", () => {
    expect(ask(line, "R01", { count: 7 }).notes).toEqual([
      {
        code: "fewer-than-asked",
        found: 5,
        asked: 7,
        message: "Only 5 regions are eligible and comparable; 7 were asked for.",
      },
    ]);
  });

  it("say when the others are further away than maxDistance", () => {
    const { notes, regions } = ask(line, "R01", { count: 5, maxDistance: 7 });
    expect(regions.length).toBe(3);
    expect(notes).toEqual([
      {
        code: "beyond-max-distance",
        listed: 3,
        asked: 5,
        maxDistance: 7,
        message: "3 of 5 regions are near enough: the others are further away than 7.",
      },
    ]);
  });

  it("say so when maxDistance leaves nobody", () => {
    const { notes, regions, tied } = ask(line, "R06", { count: 2, maxDistance: 1 });
    expect([regions, tied]).toEqual([[], []]);
    expect(note(notes, "beyond-max-distance")!.message).toBe(
      "0 of 2 regions are near enough: the others are further away than 1.",
    );
  });

  it("say so also when pinned regions beyond it fill up the list", () => {
    const { notes, regions } = ask(line, "R01", { count: 3, maxDistance: 1, pin: ["R05", "R06"] });
    expect(regions.map(({ id }) => id)).toEqual(["R02", "R05", "R06"]);
    expect(note(notes, "beyond-max-distance")).toBeDefined();
  });

  it("say when not even the nearest region is comparable", () => {
    // 25 away at least, where a fifth of all pairs are within 3.6.
    const { notes, regions } = ask(line, "R06", { count: 2 });
    expect(regions[0]!.closeness).toBe("distant");
    expect(notes).toEqual([
      {
        code: "no-close-peer",
        message:
          "The target has no close peer: more than a fifth of all pairs of regions are nearer to each other than the target is to its nearest eligible region.",
      },
    ]);
  });

  it("name the regions that cannot be compared, which are excluded and not ranked", () => {
    const columns = { x: [0, 1, 2, 3, 4], y: [1, null, 2, null, 5] };
    const { notes, excluded, regions } = ask(columns, "R01", { count: 2 });
    expect(regions.map(({ id }) => id)).toEqual(["R03", "R05"]);
    expect(excluded).toEqual(
      ["R02", "R04"].map((id) => ({
        id,
        reason: "low-coverage",
        message: "shares 50 % of the weight with the target, less than 66 %",
      })),
    );
    expect(note(notes, "low-coverage")).toEqual({
      code: "low-coverage",
      regions: ["R02", "R04"],
      message: "2 regions have too few figures in common with the target to be compared, and are not ranked.",
    });
  });

  it("never say that a share is less than the same share", () => {
    // 23 of 35 indicators are 65.7 %.
    const columns = Object.fromEntries(
      Array.from({ length: 35 }, (_, k) => [`x${k}`, [k, k < 23 ? 1 : null, 3, 5]]),
    );
    const { excluded } = ask(columns, "R01");
    const [, has, least] = /^shares (\S+) % .* less than (\S+) %$/.exec(excluded[0]!.message)!;
    expect(Number(has)).toBeLessThan(Number(least));
  });

  it("speak of one region in the singular", () => {
    const columns = { x: [0, 1, 2], y: [1, null, 2] };
    const { notes } = ask(columns, "R01");
    expect(note(notes, "low-coverage")!.message).toMatch(/^1 region has /);
    expect(note(notes, "fewer-than-asked")!.message).toMatch(/^Only 1 region is eligible/);
  });
});
