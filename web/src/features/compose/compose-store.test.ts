import { afterEach, expect, it, vi } from 'vitest';
import { ComposeStore } from './compose-store.ts';

/** As much of IndexedDB as the draft takes: one table that answers in a moment. */
function anIndexedDb(rows: Record<string, unknown>) {
  const answer = (result?: unknown) => {
    const request = { result, onsuccess: () => {} };
    setTimeout(() => request.onsuccess());
    return request;
  };
  const table = {
    get: (key: string) => answer(rows[key]),
    put: (value: unknown, key: string) => {
      rows[key] = value;
    },
    get transaction() {
      return answer();
    },
  };
  return { open: () => answer({ transaction: () => ({ objectStore: () => table }) }) };
}

afterEach(() => vi.unstubAllGlobals());

it('begins with an empty draft where the browser keeps none', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const store = new ComposeStore('mira');
  expect((await store.recall()).photos).toEqual([]);
  expect(store.read()).toMatchObject({ caption: '' });
  expect(store.keeps).toBe(false);
});

it('loses neither what was kept nor what is typed as soon as there is a draft', async () => {
  const photo = { key: 'k', name: 'kept.jpg', remote: true, altText: '', edits: null, people: [], mediaId: null };
  const rows: Record<string, unknown> = { 'draft:mira': { id: 'd', caption: '', photos: [photo] } };
  vi.stubGlobal('indexedDB', anIndexedDb(rows));
  const store = new ComposeStore('mira');
  const type = () => {
    if (store.read()?.caption === '') store.setWords({ caption: 'Typed at once.' });
  };
  store.subscribe(type);
  type();
  await store.recall();
  const whole = { caption: 'Typed at once.', photos: [{ name: 'kept.jpg' }] };
  expect(store.read()).toMatchObject(whole);
  await expect.poll(() => rows['draft:mira']).toMatchObject(whole);
});
