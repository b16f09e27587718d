/** What an operation with expected failures answers. It survives RPC, where `instanceof` does not. */
export type Outcome<Value, Code extends string> = { ok: true; value: Value } | { ok: false; code: Code };
