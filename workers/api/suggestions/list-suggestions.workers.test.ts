import { expect, it } from 'vitest';
import { suggestionsSchema } from '../../../shared/contracts/index.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';

async function suggestionsFor(user: TestUser) {
  const response = await user.call('GET', '/suggestions/users?limit=50');
  expect(response.status).toBe(200);
  return suggestionsSchema.parse(await response.json()).users;
}

const follow = (who: TestUser, whom: TestUser) => who.call('POST', `/users/${whom.user.id}/follow`);

it('suggests whom one’s followees follow, most shared first, with the reason', async () => {
  const [me, ann, ben, shared, single] = await Promise.all([aUser(), aUser(), aUser(), aUser(), aUser()]);
  for (const friend of [ann, ben]) await follow(me, friend);
  for (const friend of [ann, ben]) await follow(friend, shared);
  await follow(ben, single);
  const users = await suggestionsFor(me);
  expect(users.slice(0, 2).map(({ id }) => id)).toEqual([shared.user.id, single.user.id]);
  expect(users[0]?.reason).toMatch(/^Followed by \S+ and 1 other$/);
  expect(users[1]?.reason).toBe(`Followed by ${ben.user.username}`);
});

it('never suggests oneself, whom one follows, has asked, or is parted from by a block', async () => {
  const [me, friend, followed, asked, blocked, blocking] = await Promise.all([
    aUser(),
    aUser(),
    aUser(),
    aUser({ isPrivate: true }),
    aUser(),
    aUser(),
  ]);
  await follow(me, friend);
  for (const somebody of [me, followed, blocked, blocking]) await follow(friend, somebody);
  await follow(me, followed);
  await follow(me, asked);
  await me.call('POST', `/users/${blocked.user.id}/block`);
  await blocking.call('POST', `/users/${me.user.id}/block`);
  const ids = (await suggestionsFor(me)).map(({ id }) => id);
  for (const somebody of [me, friend, followed, asked, blocked, blocking]) expect(ids).not.toContain(somebody.user.id);
});
