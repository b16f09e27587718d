import type { MediaErrorCode } from '../../shared/domain/media/media-errors.ts';

/** Thrown anywhere in the pipeline when the medium itself is at fault: trying again would end the same. */
export class MediaRefusal extends Error {
  readonly code: MediaErrorCode;

  constructor(code: MediaErrorCode) {
    super(`refused: ${code}`);
    this.code = code;
  }
}
