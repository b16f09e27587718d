/** A running stack as the scenarios see it: the HTTP API of docs and the tokens of the network's people, whatever is behind them. */
export interface Target {
  name: 'rimlight' | 'reference' | 'ceiling';
  port: number;
  /** Access tokens by the person's index. */
  tokens: string[];
  stop: () => Promise<void>;
}
