import { createHmac, timingSafeEqual } from 'node:crypto';

/** A delivery older than this is refused, as is one from the future: what was recorded cannot be sent again later. */
export const WEBHOOK_TOLERANCE_MS = 300_000;

/**
 * The signature of a delivery of Cloudflare Stream (`Webhook-Signature: time=…,sig1=…`, HMAC-SHA256 of time, a dot and
 * the body), when it is genuine and fresh; null otherwise.
 */
export function verifyWebhook(secret: string, header: string | undefined, body: string, now: number): string | null {
  if (secret === '') return null;
  const fields = new Map((header ?? '').split(',').map((field) => splitField(field.trim())));
  const [time = '', signature = ''] = [fields.get('time'), fields.get('sig1')];
  if (!/^\d{1,12}$/.test(time) || Math.abs(now - Number(time) * 1_000) > WEBHOOK_TOLERANCE_MS) return null;
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected) ? expected.toString('hex') : null;
}

function splitField(field: string): [string, string] {
  const at = field.indexOf('=');
  return [field.slice(0, at), field.slice(at + 1)];
}
