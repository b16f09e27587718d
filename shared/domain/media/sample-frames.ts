import { ByteReader } from './byte-reader.ts';
import { chunk, chunks, FRAME_HEADER_BYTES, RIFF_BYTES } from './clean-webp.ts';
import { joinBytes } from './join-bytes.ts';
import type { Animation } from './prepare-animation.ts';
import { afterSubBlocks, colourTableBytes, HEADER_BYTES, IMAGE, TRAILER } from './read-gif.ts';

/** Frames that are looked at beside the first one, which the variants show. */
const SAMPLED = 4;
const DESCRIPTOR_BYTES = 10;
const ALPHA_FLAG = 0x10;

/** Some frames of a cleaned animation, spread over it and with the last one, each as a still picture of its own area. */
export function sampleFrames({ contentType, bytes }: Animation): Uint8Array<ArrayBuffer>[] {
  const frames = contentType === 'image/gif' ? gifFrames(bytes) : webpFrames(bytes);
  const count = Math.min(SAMPLED, frames.length - 1);
  return Array.from(
    { length: count },
    (_, nth) => frames[Math.round(((nth + 1) * (frames.length - 1)) / count)],
  ).flatMap((frame) => (frame ? [frame()] : []));
}

type Frame = () => Uint8Array<ArrayBuffer>;

function gifFrames(bytes: Uint8Array): Frame[] {
  const reader = new ByteReader(bytes);
  const header = bytes.subarray(0, HEADER_BYTES + colourTableBytes(reader.u8(10)));
  const frames: Frame[] = [];
  for (let at = header.length; reader.u8(at) !== TRAILER; ) {
    const from = at;
    const isImage = reader.u8(from) === IMAGE;
    at = afterSubBlocks(
      reader,
      isImage ? from + DESCRIPTOR_BYTES + colourTableBytes(reader.u8(from + 9)) + 1 : from + 2,
    );
    const end = at;
    if (!isImage) continue;
    frames.push(() => {
      const picture = joinBytes([header, bytes.subarray(from, end), Uint8Array.of(TRAILER)]);
      // The screen shrinks to the frame, which moves to its corner.
      picture.copyWithin(6, header.length + 5, header.length + 9);
      picture.fill(0, header.length + 1, header.length + 5);
      return picture;
    });
  }
  return frames;
}

function webpFrames(bytes: Uint8Array): Frame[] {
  const reader = new ByteReader(bytes);
  return [...chunks(reader, RIFF_BYTES, bytes.length)]
    .filter(({ name }) => name === 'ANMF')
    .map(({ data, length }) => () => {
      const parts = bytes.subarray(data + FRAME_HEADER_BYTES, data + length);
      const extended = new Uint8Array(10);
      if (reader.name(data + FRAME_HEADER_BYTES) === 'ALPH') extended[0] = ALPHA_FLAG;
      // Width and height less one, three bytes each, as the frame writes them.
      extended.set(bytes.subarray(data + 6, data + 12), 4);
      const file = joinBytes([new TextEncoder().encode('RIFF\0\0\0\0WEBP'), chunk('VP8X', extended), parts]);
      new DataView(file.buffer).setUint32(4, file.length - 8, true);
      return file;
    });
}
