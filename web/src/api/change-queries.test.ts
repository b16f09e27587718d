import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { changeQueries } from './change-queries.ts';

const KEY = ['letters', 'of-one'];
const capitalize = (letters: string[] | undefined) => letters?.map((letter) => letter.toUpperCase());

it('changes what is cached', () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(KEY, ['a']);
  changeQueries(queryClient, ['letters'], capitalize);
  expect(queryClient.getQueryData(KEY)).toEqual(['A']);
});

it('changes what arrives later but was read before, in the order of the changes', async () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(KEY, ['a']);
  const { promise, resolve } = Promise.withResolvers<string[]>();
  const fetched = queryClient.fetchQuery({ queryKey: KEY, queryFn: () => promise });
  changeQueries(queryClient, ['letters'], capitalize);
  changeQueries<string[]>(queryClient, ['letters'], (letters) => letters?.map((letter) => `${letter}!`.slice(0, 2)));
  resolve(['a', 'b']);
  await fetched;
  expect(queryClient.getQueryData(KEY)).toEqual(['A!', 'B!']);
});

it('keeps a change while the next page arrives', async () => {
  const queryClient = new QueryClient();
  const pages = [Promise.resolve(['a']), Promise.withResolvers<string[]>()] as const;
  const options = {
    queryKey: KEY,
    queryFn: ({ pageParam }: { pageParam: number }) => (pageParam === 0 ? pages[0] : pages[1].promise),
    initialPageParam: 0,
    getNextPageParam: (_page: string[], all: string[][]) => all.length,
  };
  await queryClient.fetchInfiniteQuery(options);
  const next = queryClient
    .getQueryCache()
    .find({ queryKey: KEY })
    ?.fetch(undefined, {
      meta: { fetchMore: { direction: 'forward' } },
    });
  changeQueries<{ pages: string[][] }>(
    queryClient,
    ['letters'],
    (data) => data && { ...data, pages: data.pages.map((page) => capitalize(page) ?? []) },
  );
  pages[1].resolve(['b']);
  await next;
  expect(queryClient.getQueryData<{ pages: string[][] }>(KEY)?.pages).toEqual([['A'], ['B']]);
});

it('leaves what could not be fetched as it was changed', async () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(KEY, ['a']);
  const { promise, reject } = Promise.withResolvers<string[]>();
  const fetched = queryClient.fetchQuery({ queryKey: KEY, queryFn: () => promise, retry: false }).catch(() => 'failed');
  changeQueries(queryClient, ['letters'], capitalize);
  reject(new Error('offline'));
  expect(await fetched).toBe('failed');
  expect(queryClient.getQueryData(KEY)).toEqual(['A']);
});
