import { expect, it } from 'vitest';
import type { User } from '../../../../shared/contracts/index.ts';
import { patchPeople, patchUser } from './patch-viewer.ts';

const nobody = { following: false, requested: false, followedBy: false, blocking: false, muting: false };
const user: User = {
  id: '0000000000001',
  username: 'mira',
  fullName: '',
  bio: '',
  avatarUrl: null,
  isPrivate: false,
  counts: { posts: 0, followers: 7, following: 0 },
  viewer: nobody,
  createdAt: '2026-01-01T00:00:00.000Z',
};

it('moves the follower count with the follow', () => {
  const followed = patchUser(user, user.id, { following: true });
  expect(followed.counts.followers).toBe(8);
  expect(patchUser(followed, user.id, { following: true }).counts.followers).toBe(8);
  expect(patchUser(followed, user.id, { following: false })).toEqual(user);
  expect(patchUser(user, user.id, { requested: true }).counts.followers).toBe(7);
  expect(patchUser(user, 'other', { following: true })).toBe(user);
});

it('reaches lists', () => {
  const { createdAt: _createdAt, bio: _bio, counts: _counts, ...person } = user;
  const page = { users: [person], nextCursor: null };
  expect(patchPeople(page, user.id, { following: true })).toMatchObject({ users: [{ viewer: { following: true } }] });
  expect(patchPeople({ pages: [page], pageParams: [] }, user.id, { requested: true })).toMatchObject({
    pages: [{ users: [{ viewer: { requested: true } }] }],
  });
  const notifications = { notifications: [{ id: 'follow:1', actors: [person] }], nextCursor: null };
  expect(patchPeople({ pages: [notifications], pageParams: [] }, user.id, { following: true })).toMatchObject({
    pages: [{ notifications: [{ actors: [{ viewer: { following: true } }] }] }],
  });
  expect(patchPeople(undefined, user.id, {})).toBeUndefined();
});
