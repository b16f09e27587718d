import { createServer } from 'node:net';

/** Fails with words a person can act on when something else listens on the port. */
export async function requireFreePort(port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const server = createServer();
  server.once('error', () =>
    reject(new Error(`Port ${port} is in use. Stop what runs there, or choose one: PORT=8800 npm start`)),
  );
  server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  return promise;
}

/** A port that nothing listens on now. */
export async function findFreePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
  });
  return promise;
}
