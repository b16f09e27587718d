import type { KnownAuthor, Network } from './graph/network.ts';

export type TargetName = 'reference' | 'ceiling' | 'rimlight';

/** A running stack as the scenarios see it: the HTTP API and the tokens of the network's people, whatever is behind them. */
export interface Target {
  name: TargetName;
  port: number;
  network: Network;
  /** Access tokens by the person's index. */
  tokens: string[];
  /** Followers who together stand for all: one of every cell, or the last ones of every batch that the fan-out writes. */
  lastReached: (author: KnownAuthor) => Promise<number[]>;
  /** An access token of somebody who is not in the network, as `fanId` names them. */
  signFan: (fan: number) => string;
  /** Calls that changed something at counters of hot posts since the start; only where there are such. */
  counterCalls?: () => number;
  /** Forgets what reading has warmed: caches and memory, not data. */
  cool: () => Promise<void>;
  stop: () => Promise<void>;
}
