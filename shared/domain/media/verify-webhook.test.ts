import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyWebhook, WEBHOOK_TOLERANCE_MS } from './verify-webhook.ts';

const SECRET = 'a-secret-of-the-webhook';
const NOW = 1_763_700_000_000;
const BODY = '{"uid":"dd5d531a12de0c724bd1275a3b2bc9c6"}';
const sign = (time: number, body = BODY, secret = SECRET) =>
  createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
const header = (ms: number, signature = sign(Math.floor(ms / 1_000))) =>
  `time=${Math.floor(ms / 1_000)},sig1=${signature}`;

describe('verifyWebhook', () => {
  it('answers the signature of a genuine delivery', () => {
    expect(verifyWebhook(SECRET, header(NOW), BODY, NOW)).toBe(sign(NOW / 1_000));
    expect(verifyWebhook(SECRET, header(NOW), BODY, NOW + WEBHOOK_TOLERANCE_MS)).not.toBeNull();
  });

  it.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['another secret', `time=${NOW / 1_000},sig1=${sign(NOW / 1_000, BODY, 'another-secret-of-it')}`],
    ['another body', `time=${NOW / 1_000},sig1=${sign(NOW / 1_000, '{}')}`],
    ['another time', `time=${NOW / 1_000 + 1},sig1=${sign(NOW / 1_000)}`],
    ['a cut signature', header(NOW, sign(NOW / 1_000).slice(0, 62))],
    ['no signature', `time=${NOW / 1_000}`],
    ['no time', `sig1=${sign(NOW / 1_000)}`],
    ['a time that is no number', `time=now,sig1=${sign(NOW / 1_000)}`],
    ['an old delivery', header(NOW - WEBHOOK_TOLERANCE_MS - 1_000)],
    ['one from the future', header(NOW + WEBHOOK_TOLERANCE_MS + 1_000)],
  ])('refuses %s', (_, given) => {
    expect(verifyWebhook(SECRET, given, BODY, NOW)).toBeNull();
  });

  it('knows a delivery again however its signature is spelled', () => {
    const genuine = sign(NOW / 1_000);
    for (const spelled of [genuine.toUpperCase(), `${genuine}zz`]) {
      expect([genuine, null]).toContain(verifyWebhook(SECRET, header(NOW, spelled), BODY, NOW));
    }
  });

  it('refuses everything while no secret is set', () => {
    const time = NOW / 1_000;
    expect(verifyWebhook('', `time=${time},sig1=${sign(time, BODY, '')}`, BODY, NOW)).toBeNull();
  });
});
