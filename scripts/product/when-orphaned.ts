const CHECK_MS = 1_000;

/** Calls `act` once if the process that started this one ends first: nobody is left who could stop us. */
export function whenOrphaned(act: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, CHECK_MS).unref();
}
