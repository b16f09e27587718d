/** FNV-1a with two bases, 64 bits in all: http://www.isthe.com/chongo/tech/comp/fnv/ */
const BASES = [0x811c9dc5, 0x01000193] as const;
const PRIME = 0x01000193;

/** A weak entity tag (RFC 9110, 8.8.1) for whatever has the same text. Not a defence against anybody. */
export function weakEtag(text: string): string {
  return new EtagBuilder().text(text).toString();
}

/** A weak entity tag of several parts, in their order. */
export class EtagBuilder {
  #a: number = BASES[0];
  #b: number = BASES[1];

  text(text: string): this {
    for (let i = 0; i < text.length; i++) this.number(text.charCodeAt(i));
    return this;
  }

  /** A 32-bit integer. */
  number(value: number): this {
    this.#a = Math.imul(this.#a ^ value, PRIME);
    this.#b = Math.imul(this.#b + value, PRIME) ^ (this.#b >>> 13);
    return this;
  }

  toString(): string {
    return `W/"${(this.#a >>> 0).toString(36)}${(this.#b >>> 0).toString(36)}"`;
  }
}
