import type { NetworkOptions } from '../graph/build-network.ts';
import type { Target, TargetName } from '../target.ts';

/** One figure of one stack. Latencies are in milliseconds. */
export interface Measure {
  value: number;
  p50: number | null;
  p99: number | null;
}

/** One thing that is measured the same way on every stack that can do it. */
export interface Scenario {
  name: string;
  title: string;
  unit: string;
  better: 'higher' | 'lower';
  targets: TargetName[];
  /**
   * Scenarios of one part run in one process, one after the other; each part starts from a network seeded anew, so that
   * no figure depends on the garbage of what was measured before.
   */
  part: 'feed' | 'posts' | 'likes' | 'media' | 'memory';
  /** Runs only when it is named: it takes long. */
  onRequest?: boolean;
  /** The network that it needs, where it is not what the command line says. */
  network?: NetworkOptions;
  measure: (target: Target) => Promise<Measure>;
}
