import { describe, expect, it } from 'vitest';
import { Rounds } from './rounds.ts';

const never = new Promise<number>(() => undefined);

describe('rounds', () => {
  it('take together what comes while one is under way', async () => {
    const rounds: number[][] = [];
    const gate = Promise.withResolvers<void>();
    const runs = new Rounds((inputs: number[]) => {
      rounds.push(inputs);
      return inputs.map(async (input) => {
        if (input === 1) await gate.promise;
        return input;
      });
    });
    const first = runs.submit(1);
    await expect.poll(() => rounds.length).toBe(1);
    const later = [2, 3, 4].map((input) => runs.submit(input));
    gate.resolve();
    expect(await Promise.all([first, ...later])).toEqual([1, 2, 3, 4]);
    expect(rounds).toEqual([[1], [2, 3, 4]]);
  });

  it('do not wait for ever for one input', async () => {
    const runs = new Rounds((inputs: number[]) =>
      inputs.map((input) => (input === 1 ? never : Promise.resolve(input))),
    );
    void runs.submit(1);
    expect(await Promise.all([2, 3].map((input) => runs.submit(input)))).toEqual([2, 3]);
    expect(await runs.submit(4)).toBe(4);
  });

  it('go on after one that failed, in part or as a whole', async () => {
    const runs = new Rounds((inputs: number[]) => {
      if (inputs.includes(0)) throw new Error('all');
      return inputs.map((input) => (input === 1 ? Promise.reject(new Error('one')) : Promise.resolve(input)));
    });
    await expect(runs.submit(0)).rejects.toThrow('all');
    const outcomes = await Promise.allSettled([1, 2].map((input) => runs.submit(input)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await runs.submit(3)).toBe(3);
  });
});
