import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import type { Network } from '../graph/network.ts';
import type { Target } from '../target.ts';
import { TOKEN_ISSUER } from './authenticate.ts';
import { CONFIG_VARIABLE, type ReferenceConfig } from './reference-config.ts';
import { seedPostgres } from './seed-postgres.ts';
import { seedRedis } from './seed-redis.ts';
import { startDatabases } from './start-databases.ts';

const SECRET = 'reference-signing-key-of-the-benchmark-only';

/** Starts what people would pick instead, seeded with `network`: PostgreSQL, Redis, two API processes and a fan-out worker. */
export async function startReference(
  network: Network,
  options: { port: number; folder: string; likes?: ReferenceConfig['likes'] },
): Promise<Target> {
  const folder = join(options.folder, 'reference');
  mkdirSync(folder, { recursive: true });
  const databases = await startDatabases(folder);
  const children: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(children.map(endChild));
    await databases.stop();
  };
  try {
    await seedPostgres(network, databases.postgres, folder);
    await seedRedis(network, databases.redis);
    const config: ReferenceConfig = {
      port: options.port,
      postgres: databases.postgres,
      redis: databases.redis,
      secret: SECRET,
      likes: options.likes ?? 'synchronous',
    };
    for (const file of ['./run-fanout.ts', './serve-api.ts']) children.push(await startChild(file, config));
    return { name: 'reference', port: options.port, tokens: await signTokens(network), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startChild(file: string, config: ReferenceConfig): Promise<ChildProcess> {
  const env = { ...process.env, [CONFIG_VARIABLE]: JSON.stringify(config) };
  const child = fork(new URL(file, import.meta.url), { env, execArgv: ['--disable-warning=ExperimentalWarning'] });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
}

function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.disconnect();
  });
}

function signTokens(network: Network): Promise<string[]> {
  const key = Buffer.from(SECRET);
  return Promise.all(
    network.people.map((person) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(person.id)
        .setIssuer(TOKEN_ISSUER)
        .setIssuedAt()
        .setExpirationTime('2h')
        .sign(key),
    ),
  );
}
