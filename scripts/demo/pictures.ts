import { seedOf } from './darkroom/random.ts';
import type { DemoPerson, DemoPhoto, DemoPost } from './network.ts';
import type { Picture } from './shots.ts';

export function avatarPicture(person: DemoPerson): Picture {
  return { shot: person.avatar, ratio: 'avatar', seed: seedOf(person.username) };
}

export function postPicture(person: DemoPerson, post: DemoPost, photo: DemoPhoto): Picture {
  const seed = photo.take ?? seedOf(`${person.username} ${post.caption} ${post.photos.indexOf(photo)}`);
  return { shot: photo.shot, ratio: photo.ratio, seed };
}
