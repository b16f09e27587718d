const RANGES = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

/** Whether a cron pattern (minute, hour, day, month, weekday; numbers, `*`, `a-b`, `a,b` and `/n`) names this minute in UTC. */
export function matchesCron(pattern: string, at: Date): boolean {
  const fields = pattern.trim().split(/\s+/);
  if (fields.length !== RANGES.length) throw new Error(`A cron pattern has five fields: ${pattern}`);
  const now = [at.getUTCMinutes(), at.getUTCHours(), at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCDay()];
  return RANGES.every(([low, high], i) => {
    const value = now[i] ?? 0;
    const sunday = i === 4 && value === 0 && matchesField(fields[i] ?? '', 7, low, high);
    return sunday || matchesField(fields[i] ?? '', value, low, high);
  });
}

function matchesField(field: string, value: number, low: number, high: number): boolean {
  return field.split(',').some((part) => {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw new Error(`Not a cron field that runs locally: ${field}`);
    const [, first, last, step] = match;
    const from = first === undefined ? low : Number(first);
    const to = last !== undefined ? Number(last) : first === undefined || step !== undefined ? high : from;
    return value >= from && value <= to && (value - from) % Number(step ?? 1) === 0;
  });
}
