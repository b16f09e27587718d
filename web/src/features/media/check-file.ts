import type { Instance } from '../../../../shared/contracts/index.ts';
import { formatBytes } from '../../format/bytes.ts';

/** Types by ending, for files that a browser hands over without one. */
const TYPE_OF_ENDING: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  heic: 'image/heic',
  heif: 'image/heif',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
};

interface FileFacts {
  name: string;
  type: string;
  size: number;
}

export function contentTypeOf({ name, type }: Pick<FileFacts, 'name' | 'type'>): string {
  return type || TYPE_OF_ENDING[name.split('.').pop()?.toLowerCase() ?? ''] || 'application/octet-stream';
}

export type FileLimits = Pick<Instance['media'], 'photoTypes' | 'videoTypes' | 'maxPhotoBytes' | 'maxVideoBytes'>;

export interface FileProblem {
  message: string;
  hint: string;
}

/** "JPEG, HEIC, and MOV". */
export function kindsOf(types: readonly string[]): string {
  const names = types.map((type) => (type.split('/')[1] ?? type).toUpperCase().replace('QUICKTIME', 'MOV'));
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}

export function kindOfFile(file: Pick<FileFacts, 'name' | 'type'>): 'photo' | 'video' {
  return contentTypeOf(file).startsWith('video/') ? 'video' : 'photo';
}

/** What is wrong with a file before a byte is sent, or null. The server judges the bytes again. */
export function checkFile(file: FileFacts, limits: FileLimits): FileProblem | null {
  const type = contentTypeOf(file);
  if (file.size === 0) return { message: 'The file is empty.', hint: 'Choose it again, or export it anew.' };
  const isVideo = kindOfFile(file) === 'video';
  const types = isVideo ? limits.videoTypes : limits.photoTypes;
  if (!types.includes(type)) {
    const taken = isVideo && types.length > 0 ? types : [...limits.photoTypes, ...limits.videoTypes];
    return { message: 'This kind of file cannot be shared.', hint: `${kindsOf(taken)} can.` };
  }
  const most = isVideo ? limits.maxVideoBytes : limits.maxPhotoBytes;
  if (file.size > most) {
    return {
      message: `The ${isVideo ? 'video' : 'photo'} has ${formatBytes(file.size)}.`,
      hint: `Up to ${formatBytes(most)} can be shared. Export it smaller.`,
    };
  }
  return null;
}
