/** The part of `request.cf` that says where a request comes from. */
export type Origin = {
  continent?: string | undefined;
  country?: string | undefined;
  longitude?: string | undefined;
};

/** A Durable Object location hint: where a person's timeline cell is opened. */
export type Region = 'wnam' | 'enam' | 'sam' | 'weur' | 'eeur' | 'apac' | 'oc' | 'afr' | 'me';

const MIDDLE_EAST = new Set('AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE'.split(' '));
/** Between Denver and Chicago. */
const NORTH_AMERICA_SPLIT = -100;
/** Between Berlin and Warsaw. */
const EUROPE_SPLIT = 17;
/** A request without a place: a test, or a laptop without a network. */
const UNKNOWN: Region = 'enam';

/** The region nearest to where a person signs up: where their timeline cell is opened, and stays however they travel. */
export function homeRegion({ continent, country, longitude }: Origin = {}): Region {
  if (country && MIDDLE_EAST.has(country)) return 'me';
  const degrees = longitude ? Number(longitude) : Number.NaN;
  switch (continent) {
    case 'NA':
      return degrees < NORTH_AMERICA_SPLIT ? 'wnam' : 'enam';
    case 'EU':
      return degrees > EUROPE_SPLIT ? 'eeur' : 'weur';
    case 'SA':
      return 'sam';
    case 'AS':
      return 'apac';
    case 'OC':
      return 'oc';
    case 'AF':
      return 'afr';
    default:
      return UNKNOWN;
  }
}
