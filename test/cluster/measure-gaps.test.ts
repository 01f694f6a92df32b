import { describe, expect, it } from "vitest";
import { inertiaOf } from "../../src/cluster/centres.js";
import { makeCloud } from "../../src/cluster/cloud.js";
import { divide } from "../../src/cluster/divide.js";
import { drawReference, fitBox, gapOf } from "../../src/cluster/gap.js";
import { measureGaps } from "../../src/cluster/measure-gaps.js";
import { numberClusters } from "../../src/cluster/number-clusters.js";
import { runToEnd } from "../../src/shared/long-task.js";
import { randomStreams } from "../../src/shared/random.js";
import { cloudOf, randomPlaces } from "../support/clusters.js";

describe("measureGaps", () => {
  const choices = { method: "ward", from: 2, draws: 4, seed: 1 } as const;
  const whole = numberClusters(new Uint8Array(20));
  const halves = numberClusters(Array.from({ length: 20 }, (_, i) => i % 2));

  it("is null under a metric without centres", () => {
    const cloud = cloudOf(randomPlaces(20, 2, 1), "manhattan");
    expect(runToEnd(measureGaps(cloud, [halves], choices, 1))).toBeNull();
  });

  it("has one gap for each division, and tells after every draw how far it is", () => {
    const cloud = cloudOf(randomPlaces(20, 2, 1));
    const task = measureGaps(cloud, [whole, halves], choices, 1);
    const told: unknown[] = [];
    let step = task.next();
    for (; !step.done; step = task.next()) if (step.value !== undefined) told.push(step.value);
    expect(step.value!.map(({ k, gap }) => [k, gap === null])).toEqual([
      [1, false],
      [2, false],
    ]);
    expect(told).toEqual([1, 2, 3, 4].map((done) => ({ stage: "gap", done, total: 4 })));
  });

  it("is that of as many draws, each from its own stream, divided by the same method", () => {
    const cloud = cloudOf(randomPlaces(20, 2, 3, 0.2));
    const next = randomStreams(1, "gap");
    const references = Array.from({ length: 4 }, () => {
      const drawn = drawReference(cloud.points, cloud.euclid!, fitBox(cloud.euclid!), next());
      const reference = runToEnd(makeCloud(drawn, cloud.metric));
      const searching = { starts: 1, openStreams: () => randomStreams(1) };
      const [division] = runToEnd(divide(reference, "ward", [2], searching));
      return Math.log(inertiaOf(reference.euclid!, division!.labels, 2));
    });
    const expected = gapOf(Math.log(inertiaOf(cloud.euclid!, halves.labels, 2)), references);
    expect(runToEnd(measureGaps(cloud, [halves], choices, 1))).toEqual([{ k: 2, gap: expected }]);
  });

  it("is null for a division that leaves no inertia", () => {
    const cloud = cloudOf(Array.from({ length: 20 }, (_, i) => [i % 2]));
    const gaps = runToEnd(measureGaps(cloud, [whole, halves], choices, 1))!;
    expect(gaps.map(({ gap }) => gap === null)).toEqual([false, true]);
  });
});
