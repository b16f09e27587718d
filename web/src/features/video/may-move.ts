interface Connection {
  saveData?: boolean;
}

/** Whether pictures may move by themselves: nobody asked for less motion or less data. */
export function mayMove(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  if (connection?.saveData) return false;
  return !['(prefers-reduced-motion: reduce)', '(prefers-reduced-data: reduce)'].some(
    (query) => window.matchMedia(query).matches,
  );
}
