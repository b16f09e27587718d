/** About 100 m: enough for a place, too little for a door. */
const DECIMALS = 3;

export interface Position {
  lat: number;
  lon: number;
}

/** A place as it is typed; without a name and a position it is none yet. */
export interface TypedPlace {
  name: string;
  where: string;
}

export function roundPosition({ lat, lon }: Position): Position {
  const factor = 10 ** DECIMALS;
  return { lat: Math.round(lat * factor) / factor, lon: Math.round(lon * factor) / factor };
}

export function formatPosition({ lat, lon }: Position): string {
  return `${lat.toFixed(DECIMALS)}, ${lon.toFixed(DECIMALS)}`;
}

/** "52.52, 13.405" as people copy it from a map, or null. */
export function parsePosition(text: string): Position | null {
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)°?\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)°?\s*$/.exec(text);
  if (!match) return null;
  const position = { lat: Number(match[1]), lon: Number(match[2]) };
  return Math.abs(position.lat) <= 90 && Math.abs(position.lon) <= 180 ? roundPosition(position) : null;
}
