/** Hits and misses of one layer since the isolate began. */
export type LayerCounts = { hits: number; misses: number };

/** The layers in front of D1 that have no memory of their own to count in. */
export type Layers = { edge: LayerCounts; colo: LayerCounts };

export function createLayers(): Layers {
  return { edge: { hits: 0, misses: 0 }, colo: { hits: 0, misses: 0 } };
}
