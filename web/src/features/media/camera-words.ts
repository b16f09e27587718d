import type { Camera } from '../../../../shared/contracts/index.ts';

function exposureWords(seconds: number): string {
  if (seconds >= 0.4) return `${Math.round(seconds * 10) / 10} s`;
  return `1/${Math.round(1 / seconds)} s`;
}

/** "Fujifilm X100V, 23 mm, f/2, 1/250 s, ISO 400": what is known of it. */
export function cameraWords({ make, model, lens, focalLength, aperture, exposureSeconds, iso }: Camera): string {
  // Many cameras repeat their maker in the model.
  const body = model && make && model.toLowerCase().startsWith(make.toLowerCase().split(' ')[0] ?? '') ? model : null;
  const parts = [
    body ?? [make, model].filter(Boolean).join(' '),
    lens,
    focalLength && `${Math.round(focalLength)} mm`,
    aperture && `f/${Math.round(aperture * 10) / 10}`,
    exposureSeconds && exposureWords(exposureSeconds),
    iso && `ISO ${iso}`,
  ];
  return parts.filter(Boolean).join(', ');
}
