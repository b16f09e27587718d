import { useEffect, useState } from 'react';

/** An address under which the browser shows a local file; given back when nobody looks any more. */
export function usePreview(blob: Blob): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
