/** Loopback, names that never leave a machine (RFC 6761, RFC 6762) and private networks (RFC 1918). */
const NAMES = /^(localhost|[\w.-]+\.(localhost|local|test))$/;
const ADDRESSES = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\]|\[f[cd])/;

/** Whether a host is somebody's own machine or network, where the keys that everybody can read may be in use. */
export function isOwnMachine(hostname: string): boolean {
  return NAMES.test(hostname) || ADDRESSES.test(hostname);
}
