import { refreshSchema, tokenPairSchema } from '../../../shared/contracts/index.ts';
import { rotateSession } from '../../../shared/db/accounts/rotate-session.ts';
import { KEEP_MS } from '../../../shared/db/idempotency/claim-key.ts';
import {
  deriveSecret,
  hashRefreshToken,
  newSecret,
  writeRefreshToken,
} from '../../../shared/domain/accounts/refresh-token.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { readIdempotencyKey } from '../../http/read-idempotency-key.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { findRefreshToken } from './find-refresh-token.ts';
import { presentTokens } from './present-tokens.ts';

/**
 * Exchanges a refresh token for a new pair. Each is good for one exchange; a second one ends the session, unless it is the
 * first one again, by its Idempotency-Key: a client whose answer was lost is no thief.
 */
export const refreshSession = route(
  {
    method: 'post',
    path: '/auth/refresh',
    tags: ['accounts'],
    summary: 'Get a new pair of tokens',
    description:
      'With an `Idempotency-Key`, the same refresh again answers the refresh token that it made, while that is not used.',
    access: 'public',
    limit: 'refresh',
    errors: ['invalid-token', 'token-reused'],
    request: { body: jsonBody(refreshSchema) },
    responses: answer(200, tokenPairSchema, 'The new pair; the old refresh token is spent.'),
  },
  async (c) => {
    const { services, now } = c.var;
    const token = findRefreshToken(c, c.req.valid('json'));
    if (!token) throw new AppError('invalid-token', { detail: 'No valid refresh token was sent.' });
    const { userId, sessionId, generation } = token;
    const key = readIdempotencyKey(c);
    const currentSecret = key === undefined ? newSecret() : deriveSecret(services.config.TOKEN_KEYS, key, token);
    const next = { ...token, generation: generation + 1, currentSecret };
    const [tokenHash, newTokenHash] = await Promise.all([hashRefreshToken(token), hashRefreshToken(next)]);
    const expiresAt = now + services.config.REFRESH_TOKEN_SECONDS * 1_000;
    const rotated = await rotateSession(services.shards, {
      userId,
      sessionId,
      generation,
      tokenHash,
      newTokenHash,
      expiresAt,
      repeatableSince: key === undefined ? undefined : now - KEEP_MS,
      now,
    });
    if (!rotated.ok) throw new AppError(rotated.code);
    if (rotated.value.repeated) c.header('Idempotency-Replayed', 'true');
    const granted = { userId, cell: rotated.value.cellId, sessionId, refreshToken: writeRefreshToken(next) };
    return c.json(await presentTokens(c, granted), 200);
  },
);
