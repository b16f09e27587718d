import { fromLocalInput, timeZoneLabel, toLocalInput } from '../../format/local-time.ts';
import { TextField } from '../../ui/text-field.tsx';

const HOUR_MS = 3_600_000;

/** The next full hour that is at least one away. */
export function defaultSchedule(now: number): string {
  return toLocalInput(Math.ceil((now + HOUR_MS) / HOUR_MS) * HOUR_MS);
}

/** What is wrong with a time to share at, or undefined. */
export function scheduleProblem(text: string, now: number): string | undefined {
  const iso = fromLocalInput(text);
  if (iso === null) return 'Choose a day and a time.';
  return Date.parse(iso) <= now ? 'Choose a time to come.' : undefined;
}

interface ScheduleFieldProps {
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** When to share, in the time of this device. */
export function ScheduleField({ value, error, onChange }: ScheduleFieldProps) {
  const time = fromLocalInput(value);
  return (
    <TextField
      type="datetime-local"
      label="Share at"
      value={value}
      min={toLocalInput(Date.now())}
      error={error}
      hint={`Time of ${timeZoneLabel(time ? Date.parse(time) : Date.now())}.`}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
