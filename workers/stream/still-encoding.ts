/** Thrown by a pipeline that has to wait for others: the claim is given back, and the attempt does not count. */
export class StillEncoding extends Error {}
