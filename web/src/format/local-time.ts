const pad = (number: number) => String(number).padStart(2, '0');

/** A moment as a `datetime-local` field holds it: this device's time, to the minute. */
export function toLocalInput(time: number): string {
  const at = new Date(time);
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** What such a field holds as RFC 3339 UTC; null when it is empty or half filled in. */
export function fromLocalInput(text: string): string | null {
  const time = /^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text).getTime() : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** "Europe/Berlin, GMT+2": whose clock a time is of. */
export function timeZoneLabel(time: number): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'shortOffset' });
  const offset = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value;
  const { timeZone } = format.resolvedOptions();
  return offset && offset !== timeZone ? `${timeZone}, ${offset}` : timeZone;
}
