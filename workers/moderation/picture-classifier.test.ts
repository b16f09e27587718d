import { describe, expect, it } from 'vitest';
import { createClassifier } from './picture-classifier.ts';

const picture = (altText = 'A red door') => ({ altText, jpeg: async () => new Uint8Array([1, 2, 3]) });

describe('the picture classifier', () => {
  it('goes by the description where no model is bound', async () => {
    const classify = createClassifier(undefined, ['gore']);
    expect((await classify(picture())).state).toBe('clean');
    expect(await classify(picture('Some gore'))).toMatchObject({ state: 'sensitive', reason: expect.any(String) });
  });

  it.each([
    [{ response: 'CLEAN' }, 'clean'],
    [{ response: ' sensitive. ' }, 'sensitive'],
    [{ response: 'HELD' }, 'held'],
    [{ response: 'I cannot say.' }, 'held'],
    [null, 'held'],
  ])('reads the answer %o of a model as %s', async (answer, state) => {
    expect((await createClassifier({ run: async () => answer }, [])(picture())).state).toBe(state);
  });

  it('passes a failing model on, so that the attempt is repeated', async () => {
    const classify = createClassifier({ run: () => Promise.reject(new Error('no capacity')) }, []);
    await expect(classify(picture())).rejects.toThrow('no capacity');
  });
});
