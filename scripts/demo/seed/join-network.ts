import type { Session } from '../../../shared/contracts/index.ts';
import type { DemoPerson } from '../network.ts';
import type { PicturePool } from '../picture-pool.ts';
import { avatarPicture } from '../pictures.ts';
import { Api, ApiError } from './api.ts';

/** Everybody of the demo network has it; the network lives on the developer's own machine. */
export const DEMO_PASSWORD = 'rimlight-demo';

export interface Member {
  id: string;
  api: Api;
  /** How many people they follow already. */
  following: number;
  /** Ids of what they have published, by caption. */
  posted: ReadonlyMap<string, string>;
}

/** Signs a person up with avatar and bio, or logs them in and completes what an earlier run left undone. */
export async function joinNetwork(url: string, person: DemoPerson, index: number, pool: PicturePool): Promise<Member> {
  // An address of their own (RFC 5737, for documentation): the sign-up limit of this machine's address stays untouched.
  const address = `198.51.100.${index + 1}`;
  const { user, accessToken } = await enter(new Api(url, address), person);
  const api = new Api(url, address, accessToken);
  if (user.avatarUrl === null) {
    const avatar = await pool.take(avatarPicture(person));
    const avatarMediaId = await api.uploadPhoto(avatar, `Profile picture of ${person.fullName}.`);
    await api.updateMe({ bio: person.bio, avatarMediaId });
  }
  const { posts, following } = user.counts;
  return { id: user.id, api, following, posted: posts > 0 ? await api.captionsOf(user.id) : new Map() };
}

async function enter(api: Api, { username, fullName }: DemoPerson): Promise<Session> {
  try {
    return await api.signUp({ username, fullName, email: `${username}@demo.example`, password: DEMO_PASSWORD });
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409)) throw error;
    return api.logIn(username, DEMO_PASSWORD);
  }
}
