import type { DemoPerson } from './network.ts';
import { city } from './people/city.ts';
import { desertAndSky } from './people/desert-and-sky.ts';
import { garden } from './people/garden.ts';
import { mountains } from './people/mountains.ts';
import { portraits } from './people/portraits.ts';
import { sea } from './people/sea.ts';
import { table } from './people/table.ts';

/** Everybody of the demo network; the first one is the account that `npm start` shows. */
export const people: readonly DemoPerson[] = [
  ...mountains,
  ...sea,
  ...desertAndSky,
  ...city,
  ...table,
  ...garden,
  ...portraits,
];
