import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

it('lets one work after the other, in their order, also after a failure', async () => {
  const turns = new Turns(5_000);
  const events: string[] = [];
  const work = async (name: string) => {
    events.push(`${name} begins`);
    await Promise.resolve();
    if (name === 'b') throw new Error('b failed');
    events.push(`${name} ends`);
    return name;
  };
  const done = await Promise.allSettled(['a', 'b', 'c'].map((name) => turns.take(() => work(name))));
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(events).toEqual(['a begins', 'a ends', 'b begins', 'c begins', 'c ends']);
});

it('passes over who never ends', async () => {
  const turns = new Turns(20);
  void turns.take(() => new Promise(() => undefined));
  expect(await turns.take(async () => 'done')).toBe('done');
});
