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
  /** Runs only when it is named: it takes long. */
  onRequest?: boolean;
  /** The network that it needs, where it is not what the command line says. */
  network?: NetworkOptions;
  measure: (target: Target) => Promise<Measure>;
}
