/** What we use of libheif's JavaScript interface. */
declare module 'libheif-js/libheif-wasm/libheif.js' {
  export type HeifImage = {
    is_primary(): boolean;
    get_width(): number;
    get_height(): number;
    /** Fills `data` with RGBA; the callback gets null when the picture cannot be decoded. */
    display(
      target: { width: number; height: number; data: Uint8ClampedArray },
      done: (target: object | null) => void,
    ): void;
    free(): void;
  };
  export type HeifModule = {
    HeifDecoder: new () => { decoder: unknown; decode(bytes: Uint8Array): HeifImage[] };
    heif_context_free(context: unknown): void;
  };
  type Options = {
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): WebAssembly.Exports;
  };
  export default function createDecoder(options: Options): Promise<HeifModule>;
}
