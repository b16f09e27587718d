import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { drawProgress } from '../terminal/progress.ts';
import { people } from './people.ts';
import { PicturePool } from './picture-pool.ts';
import { avatarPicture, postPicture } from './pictures.ts';

const ROW_HEIGHT = 300;
const SHEET_WIDTH = 2_400;
const GAP = 6;

/** Takes every picture of the demo network and lays them on one sheet: `npm run demo:sheet -- --out FILE.jpg`. */
async function printContactSheet(out: string): Promise<void> {
  const pictures = people.flatMap((person) => [
    avatarPicture(person),
    ...person.posts.flatMap((post) => post.photos.map((photo) => postPicture(person, post, photo))),
  ]);
  const pool = new PicturePool();
  const progress = drawProgress('Pictures', pictures.length);
  const tiles = await Promise.all(
    pictures.map(async (picture) => {
      const tile = await sharp(await pool.take(picture))
        .resize({ height: ROW_HEIGHT })
        .toBuffer({ resolveWithObject: true });
      progress.step();
      return tile;
    }),
  );
  progress.end();
  await pool.close();
  let left = 0;
  let top = 0;
  const placed = tiles.map(({ data, info }) => {
    if (left + info.width > SHEET_WIDTH) {
      left = 0;
      top += ROW_HEIGHT + GAP;
    }
    const place = { input: data, left, top };
    left += info.width + GAP;
    return place;
  });
  await sharp({
    create: { width: SHEET_WIDTH, height: top + ROW_HEIGHT, channels: 3, background: '#0c0b0a' },
  })
    .composite(placed)
    .toFile(out);
}

const { values } = parseArgs({ options: { out: { type: 'string', default: 'contact-sheet.jpg' } } });
await printContactSheet(values.out);
