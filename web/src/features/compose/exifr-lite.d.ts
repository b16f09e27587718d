/** The build that reads JPEG and HEIC only; it comes without types of its own. */
declare module 'exifr/dist/lite.esm.mjs' {
  export { gps } from 'exifr';
}
