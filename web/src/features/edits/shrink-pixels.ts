/** A smaller copy of a picture, for thumbnails. */
export function shrinkPixels(picture: ImageData, longestEdge: number): ImageData {
  const full = document.createElement('canvas');
  full.width = picture.width;
  full.height = picture.height;
  full.getContext('2d')?.putImageData(picture, 0, 0);
  const scale = Math.min(1, longestEdge / Math.max(picture.width, picture.height));
  const small = document.createElement('canvas');
  small.width = Math.max(1, Math.round(picture.width * scale));
  small.height = Math.max(1, Math.round(picture.height * scale));
  const context = small.getContext('2d', { willReadFrequently: true });
  if (!context) return picture;
  context.drawImage(full, 0, 0, small.width, small.height);
  return context.getImageData(0, 0, small.width, small.height);
}
