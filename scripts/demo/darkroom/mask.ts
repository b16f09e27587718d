import sharp from 'sharp';

const SOFT = 4;

/**
 * Draws the body of an SVG in white on black at the frame's size, out of focus by `blur` pixels; answers its
 * coverage, 0…1 a pixel. What is very soft is drawn small and enlarged: nobody can tell, and it is ten times cheaper.
 */
export async function drawMask(width: number, height: number, body: string, blur = 0): Promise<Float32Array> {
  const shrink = blur > SOFT ? SOFT : 1;
  const across = Math.ceil(width / shrink);
  const down = Math.ceil(height / shrink);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><rect width="100%" height="100%" fill="#000"/>${body}</svg>`;
  const drawn = sharp(Buffer.from(svg)).removeAlpha().extractChannel(0);
  if (blur <= 0.3) return toShares(await drawn.raw().toBuffer());
  const soft = drawn.blur(blur / shrink);
  if (shrink === 1) return toShares(await soft.raw().toBuffer());
  const small = await soft.raw().toBuffer();
  const large = sharp(small, { raw: { width: across, height: down, channels: 1 } });
  return toShares(
    await large.resize(width, height, { fit: 'fill', kernel: 'cubic' }).extractChannel(0).raw().toBuffer(),
  );
}

/** The mask through a lens out of focus: a Gaussian blur of `sigma` pixels. */
export async function blurMask(
  mask: Float32Array,
  width: number,
  height: number,
  sigma: number,
): Promise<Float32Array> {
  const bytes = Buffer.alloc(mask.length);
  for (let i = 0; i < mask.length; i++) bytes[i] = mask[i] * 255 + 0.5;
  const shrink = sigma > 8 ? 4 : 1;
  let image = sharp(bytes, { raw: { width, height, channels: 1 } });
  if (shrink > 1) {
    const small = await image
      .resize(Math.ceil(width / shrink), Math.ceil(height / shrink), { fit: 'fill' })
      .extractChannel(0)
      .blur(sigma / shrink)
      .raw()
      .toBuffer({ resolveWithObject: true });
    image = sharp(small.data, {
      raw: { width: small.info.width, height: small.info.height, channels: 1 },
    }).resize(width, height, { fit: 'fill', kernel: 'cubic' });
  } else {
    image = image.blur(sigma);
  }
  return toShares(await image.extractChannel(0).raw().toBuffer());
}

function toShares(bytes: Buffer): Float32Array {
  const shares = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) shares[i] = bytes[i] / 255;
  return shares;
}
