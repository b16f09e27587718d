/** Hits and misses of one layer since the isolate began. */
export type LayerCounts = { hits: number; misses: number };

/**
 * The layers in front of D1 that have no memory of their own to count in: pages that clients still hold, the data centre's
 * three, and pages that cells of this isolate have at hand.
 */
export type Layers = {
  client: LayerCounts;
  edge: LayerCounts;
  colo: LayerCounts;
  media: LayerCounts;
  cell: LayerCounts;
};

export function createLayers(): Layers {
  const none = () => ({ hits: 0, misses: 0 });
  return { client: none(), edge: none(), colo: none(), media: none(), cell: none() };
}
