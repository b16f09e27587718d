import { expect } from 'vitest';
import {
  type Notification,
  type NotificationsPage,
  notificationsPageSchema,
  type UnreadAnswer,
} from '../../shared/contracts/index.ts';
import type { TestUser } from './a-user.ts';

/** A page of somebody's notifications, held against the contract. */
export async function notificationsPage(user: TestUser, query = ''): Promise<NotificationsPage> {
  const response = await user.call('GET', `/notifications${query}`);
  expect(response.status).toBe(200);
  return notificationsPageSchema.parse(await response.json());
}

export async function notificationsOf(user: TestUser): Promise<Notification[]> {
  return (await notificationsPage(user, '?limit=100')).notifications;
}

/** Each as "kind by who, who +others", newest first. */
export async function linesOf(user: TestUser): Promise<string[]> {
  return (await notificationsOf(user)).map(({ kind, actors, count }) => {
    const names = actors.map(({ username }) => username).join(', ');
    return `${kind} by ${names}${count > actors.length ? ` +${count - actors.length}` : ''}`;
  });
}

export async function unreadOf(user: TestUser): Promise<number> {
  return (await (await user.call('GET', '/notifications/unread')).json<UnreadAnswer>()).unread;
}
