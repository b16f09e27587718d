import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { AppError } from '../../shared/errors/index.ts';
import { Renderings } from './renderings.ts';

const never = () => new Promise<void>(() => undefined);
const ignore = () => undefined;

it('renders a picture once for all who miss it, and keeps it going when the first of them goes away', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const renderings = new Renderings();
  const background = vi.fn<(work: Promise<unknown>) => void>();
  const render = vi.fn(() => promise);
  const waiting = Array.from({ length: 20 }, () => renderings.now('a', background, render));
  resolve();
  await Promise.all(waiting);
  expect(render).toHaveBeenCalledTimes(1);
  expect(background).toHaveBeenCalledTimes(1);
  await expect(background.mock.calls[0]?.[0]).resolves.toBeDefined();
});

it('renders anew, once, for those who waited for a request that was lost', async () => {
  const renderings = new Renderings(500);
  void renderings.now('a', ignore, never);
  // Longer than any of them looks away.
  const render = vi.fn(() => wait(100));
  await Promise.all(Array.from({ length: 20 }, () => renderings.now('a', ignore, render)));
  expect(render).toHaveBeenCalledTimes(1);
});

it('tells a failure to everybody who waits for it, and does not keep it', async () => {
  const renderings = new Renderings();
  const fail = async () => Promise.reject(new Error('no binding'));
  const reads = await Promise.allSettled([renderings.now('a', ignore, fail), renderings.now('a', ignore, fail)]);
  expect(reads.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await renderings.now('a', ignore, async () => undefined);
});

it("does not hold one address's limit against others who wait", async () => {
  const renderings = new Renderings();
  const refused = renderings.now('a', ignore, async () => {
    await wait(10);
    throw new AppError('rate-limited');
  });
  const render = vi.fn(async () => undefined);
  await Promise.all([expect(refused).rejects.toThrow(AppError), renderings.now('a', ignore, render)]);
  expect(render).toHaveBeenCalledTimes(1);
});

it('renders one at a time behind the answers, and leaves what is too much to later requests', async () => {
  const renderings = new Renderings();
  let [running, most, done] = [0, 0, 0];
  const render = async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    done += 1;
  };
  const works: Promise<unknown>[] = [];
  for (let n = 0; n < 50; n++) renderings.later(`${n}`, (work) => works.push(work), render);
  await Promise.all(works);
  expect([most, done]).toEqual([1, 16]);
});

it('forgets renderings whose requests were broken off, so that others have room', async () => {
  const renderings = new Renderings(20, 20);
  for (let n = 0; n < 16; n++) renderings.later(`${n}`, ignore, never);
  const render = vi.fn(async () => undefined);
  await expect
    .poll(() => {
      renderings.later('other', ignore, render);
      return render.mock.calls.length;
    })
    .toBeGreaterThan(0);
});
