import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import type { Picture } from './shots.ts';
import { takePicture } from './take-picture.ts';

// Each worker is one core's share: libvips must not start threads of its own on top.
sharp.concurrency(1);

parentPort?.on('message', async (picture: Picture) => {
  parentPort?.postMessage(new Uint8Array(await takePicture(picture)));
});
