/** Whether Stream says that it has no such video or track; errors keep their own properties across RPC, not their class. */
export function isStreamNotFound(error: unknown): boolean {
  const { name, statusCode, message } = (error ?? {}) as { name?: string; statusCode?: number; message?: string };
  return name === 'NotFoundError' || statusCode === 404 || /not found/i.test(message ?? '');
}
