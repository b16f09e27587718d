export * from './accounts.ts';
export * from './graph.ts';
export * from './media.ts';
export * from './outbox.ts';
export * from './posts.ts';
