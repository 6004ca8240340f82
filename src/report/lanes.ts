interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Spreads stretches over as few lanes as possible, so that none overlaps another in its lane (greedy interval partitioning, by start). */
export function packLanes<T extends Stretch>(stretches: readonly T[]): T[][] {
  const lanes: { end: number; readonly stretches: T[] }[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const free = lanes.find(({ end }) => end <= stretch.start);
    if (free === undefined) lanes.push({ end: stretch.end, stretches: [stretch] });
    else {
      free.end = stretch.end;
      free.stretches.push(stretch);
    }
  }
  return lanes.map((lane) => lane.stretches);
}
