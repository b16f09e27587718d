import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCamera } from './read-camera.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));

it('keeps the camera, and nothing of place, time, owner or serial number', async () => {
  expect(await readCamera(fixture('orientation-6.jpg'))).toEqual({
    make: 'Rimcam',
    model: 'RC 1',
    aperture: 1.8,
    exposureSeconds: 0.005,
    iso: 125,
    focalLength: 26,
  });
});

it('reads nothing from photos that say nothing, and from broken metadata', async () => {
  expect(await readCamera(fixture('large.jpg'))).toBeNull();
  expect(await readCamera(fixture('still.gif'))).toBeNull();
  const broken = fixture('orientation-6.jpg').fill(0xff, 30, 300);
  expect(await readCamera(broken)).toBeNull();
});
