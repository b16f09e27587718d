/**
 * Why an upload failed, in words for the person who sent it, and what to try next. The row keeps the code; the API
 * answers message and hint.
 */
export const MEDIA_ERRORS = {
  'empty-file': {
    message: 'The file is empty.',
    hint: 'Pick the file again: it may still be downloading from your cloud storage.',
  },
  'size-mismatch': {
    message: 'Fewer or more bytes arrived than were announced.',
    hint: 'Send the file again; the connection was probably cut.',
  },
  'unsupported-content': {
    message: 'This is not a photo or video of a kind that we can read.',
    hint: 'Photos may be JPEG, PNG, WebP, AVIF, GIF or HEIC; videos MP4, MOV or WebM.',
  },
  'svg-refused': {
    message: 'SVG drawings cannot be published: they may carry scripts.',
    hint: 'Export the drawing as PNG.',
  },
  'wrong-kind': {
    message: 'The file was announced as a photo but is a video, or the other way round.',
    hint: 'Choose the file again and let the app find out what it is.',
  },
  truncated: {
    message: 'The file ends too early: a part of it is missing.',
    hint: 'Send it again from the device that took it.',
  },
  corrupt: {
    message: 'The file is damaged and cannot be opened.',
    hint: 'Open it in an app that can edit it, save a copy and send the copy.',
  },
  'unsupported-encoding': {
    message: 'The file uses a rare encoding that we cannot read.',
    hint: 'Save a copy as an ordinary JPEG, PNG or MP4.',
  },
  'too-many-pixels': {
    message: 'The picture has more pixels than we accept.',
    hint: 'Make it smaller in an app that can edit it and send it again.',
  },
  'heic-too-large': {
    message: 'The HEIC photo has more pixels than can be opened here.',
    hint: 'Send it as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible.',
  },
  'too-many-frames': {
    message: 'The animation has too many frames.',
    hint: 'Shorten it, or send it as a video.',
  },
  'animation-too-large': {
    message: 'The animation is too large to be shown as one.',
    hint: 'Make it smaller or shorter, or send it as a video.',
  },
  'no-video-track': {
    message: 'The file has sound but no picture.',
    hint: 'Only films can be published as a video.',
  },
  'too-long': {
    message: 'The video is longer than a minute.',
    hint: 'Cut it to 60 seconds and send it again.',
  },
  'too-short': {
    message: 'The video is too short to be shown.',
    hint: 'Send one of a second or more.',
  },
  encrypted: {
    message: 'The video is encrypted and cannot be played by others.',
    hint: 'Send a copy without copy protection.',
  },
  'unsupported-codec': {
    message: 'The video is in an encoding that browsers do not play.',
    hint: 'Export it as MP4 with H.264 and send that.',
  },
  'not-allowed': {
    message: 'This picture may not be published here.',
    hint: 'If you think that this is a mistake, write to the people who run this installation.',
  },
  replaced: {
    message: 'The file changed after it was checked.',
    hint: 'Upload it again.',
  },
  'processing-failed': {
    message: 'We could not process the file after several attempts.',
    hint: 'Send it again in a while; if it fails again, save a copy as JPEG or MP4 and send that.',
  },
} as const satisfies Record<string, { message: string; hint: string }>;

export type MediaErrorCode = keyof typeof MEDIA_ERRORS;

/** The error of a failed row as the API shows it; an unknown code of an older version reads as a processing failure. */
export function describeMediaError(code: string | null) {
  const known = code !== null && code in MEDIA_ERRORS ? (code as MediaErrorCode) : 'processing-failed';
  return { code: known, ...MEDIA_ERRORS[known] };
}
