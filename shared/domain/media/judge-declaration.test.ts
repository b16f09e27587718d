import { describe, expect, it } from 'vitest';
import { AppError } from '../../errors/index.ts';
import { type Declaration, judgeDeclaration } from './judge-declaration.ts';

const LIMITS = { maxPhotoBytes: 1_000, maxVideoBytes: 5_000 };
const judge = (given: Partial<Declaration>) =>
  judgeDeclaration({ kind: 'photo', contentType: 'image/jpeg', size: 10, ...given }, LIMITS);

function refusal(given: Partial<Declaration>) {
  try {
    judge(given);
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.errors?.[0]?.path];
  }
  return null;
}

describe('judgeDeclaration', () => {
  it('takes every announced type, without its parameters', () => {
    expect(judge({ contentType: 'Image/JPEG; charset=binary' })).toBe('image/jpeg');
    expect(judge({ kind: 'video', contentType: 'video/quicktime' })).toBe('video/quicktime');
  });

  it.each(['image/svg+xml', 'text/html', 'video/mp4', 'jpeg', ''])('refuses %s as a photo', (contentType) => {
    expect(refusal({ contentType })).toEqual(['unsupported-type', 'contentType']);
  });

  it('holds the size limit of each kind at both sides', () => {
    expect(refusal({ size: 1_000 })).toBeNull();
    expect(refusal({ size: 1_001 })).toEqual(['too-large', 'size']);
    expect(refusal({ kind: 'video', contentType: 'video/mp4', size: 5_000 })).toBeNull();
    expect(refusal({ kind: 'video', contentType: 'video/mp4', size: 5_001 })).toEqual(['too-large', 'size']);
  });
});
