import { describe, expect, it } from 'vitest';
import { Gather } from './gather.ts';

/** A run that ends when it is told to, and what each run was given. */
function aStep() {
  const runs: number[][] = [];
  const ends: ((error?: Error) => void)[] = [];
  const run = (inputs: number[]) => {
    runs.push(inputs);
    return new Promise<number[]>((resolve, reject) => {
      ends.push((error) => (error ? reject(error) : resolve(inputs.map((input) => input * 10))));
    });
  };
  return { runs, ends, run };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a gather', () => {
  it('runs what comes in one turn together, and what comes meanwhile with the next run', async () => {
    const { runs, ends, run } = aStep();
    const gather = new Gather({ max: 3, run });
    const first = [gather.submit(1), gather.submit(2)];
    await turn();
    const later = [3, 4, 5, 6].map((input) => gather.submit(input));
    await turn();
    expect(runs).toEqual([[1, 2]]);
    ends[0]?.();
    expect(await Promise.all(first)).toEqual([10, 20]);
    await turn();
    ends[1]?.();
    await turn();
    ends[2]?.();
    expect(await Promise.all(later)).toEqual([30, 40, 50, 60]);
    expect(runs).toEqual([[1, 2], [3, 4, 5], [6]]);
  });

  it('leaves what does not fit to a later run', async () => {
    const runs: number[][] = [];
    const gather = new Gather({
      max: 9,
      fits: (chosen, input) => !chosen.includes(input),
      run: async (inputs: number[]) => {
        runs.push(inputs);
        return inputs;
      },
    });
    await Promise.all([7, 7, 8].map((input) => gather.submit(input)));
    expect(runs).toEqual([[7, 8], [7]]);
  });

  it.each([
    [true, ['ok', 'failed', 'ok']],
    [false, ['failed', 'failed', 'failed']],
  ])('with retryAlone %s fails %j', async (retryAlone, expected) => {
    const gather = new Gather({
      max: 9,
      retryAlone,
      run: async (inputs: number[]) => {
        if (inputs.includes(2)) throw new Error('no twos');
        return inputs;
      },
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map((input) => gather.submit(input)));
    expect(outcomes.map(({ status }) => (status === 'fulfilled' ? 'ok' : 'failed'))).toEqual(expected);
    expect(await gather.submit(4)).toBe(4);
  });

  it('says when nothing is left', async () => {
    let idle = 0;
    const gather = new Gather({ max: 1, run: async (inputs: number[]) => inputs, onIdle: () => idle++ });
    await Promise.all([gather.submit(1), gather.submit(2)]);
    await turn();
    expect(idle).toBe(1);
  });
});
