/** The build without what films here do not use; it comes without types of its own. */
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
