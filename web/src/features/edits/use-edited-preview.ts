import { useEffect, useState } from 'react';
import type { PictureEdits } from '../../../../shared/contracts/index.ts';

/** Previews by their edits, so that the large picture and its tile are made once. */
const made = new WeakMap<PictureEdits, Promise<Blob>>();

function previewOf(blob: Blob, edits: PictureEdits): Promise<Blob> {
  const found = made.get(edits);
  if (found) return found;
  const making = import('./render-edits.ts').then(({ renderEdits }) => renderEdits(blob, edits));
  made.set(edits, making);
  return making;
}

/**
 * An address under which the browser shows a local file with its edits; given back when nobody looks any more. Undefined
 * while it is made.
 */
export function useEditedPreview(blob: Blob | null, edits: PictureEdits | null): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let address: string | undefined;
    let gone = false;
    const show = (picture: Blob) => {
      if (gone) return;
      address = URL.createObjectURL(picture);
      setUrl(address);
    };
    if (!blob) return;
    if (edits) previewOf(blob, edits).then(show, () => show(blob));
    else show(blob);
    return () => {
      gone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [blob, edits]);
  return url;
}
