import { importJWK, SignJWT } from 'jose';
import { RecentMap } from '../../shared/domain/caching/recent-map.ts';
import type { Services } from '../services.ts';

/** How long a token plays a film: a minute, pauses, and the segments that follow. It is asked for anew at every start. */
const TOKEN_SECONDS = 600;
/** One that an isolate made is used again for the same film while it has this long to go. */
const SPARE_MS = 300_000;
const MAX_REMEMBERED = 5_000;

type Token = { token: string; endsAt: number };
type Signing = Pick<Services, 'config' | 'stream'>;

const remembered = new RecentMap<string, Token>(MAX_REMEMBERED);

/** A file of a film on Stream, with a token that ends; every film there needs one. */
export async function streamUrl(services: Signing, streamId: string, file: string, now: number): Promise<string> {
  const known = remembered.get(streamId);
  const token = known && known.endsAt - now > SPARE_MS ? known.token : await remember(services, streamId, now);
  return `https://${services.config.STREAM_HOST}/${token}/${file}`;
}

async function remember(services: Signing, streamId: string, now: number): Promise<string> {
  const token = await makeToken(services, streamId, now);
  remembered.set(streamId, { token, endsAt: now + TOKEN_SECONDS * 1_000 });
  return token;
}

/** Signed here with the account's key; without one Stream is asked, whose tokens last longer and are limited in number. */
async function makeToken({ config, stream }: Signing, streamId: string, now: number): Promise<string> {
  const key = config.STREAM_SIGNING_KEY;
  if (!key) return stream.video(streamId).generateToken();
  const issuedAt = Math.floor(now / 1_000);
  const signer = await importJWK(JSON.parse(atob(key.jwk)), 'RS256');
  return new SignJWT({ kid: key.id })
    .setProtectedHeader({ alg: 'RS256', kid: key.id })
    .setSubject(streamId)
    .setNotBefore(issuedAt - 60)
    .setExpirationTime(issuedAt + TOKEN_SECONDS)
    .sign(signer);
}
