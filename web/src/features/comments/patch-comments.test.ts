import { expect, it } from 'vitest';
import { aComment } from './a-comment.ts';
import { type CommentPages, eachOnce, patchComment, withComment } from './patch-comments.ts';

const first = aComment({ id: '0000000000001' });
const second = aComment({ id: '0000000000002' });
const data: CommentPages = {
  pages: [
    { comments: [first], nextCursor: 'x' },
    { comments: [second], nextCursor: null },
  ],
  pageParams: [undefined, 'x'],
};
const idsOf = (value: CommentPages | undefined) => value?.pages.map((page) => page.comments.map(({ id }) => id));

it('changes one and takes one out', () => {
  const liked = patchComment(data, second.id, (comment) => ({ ...comment, counts: { ...comment.counts, likes: 4 } }));
  expect(liked?.pages[1]?.comments[0]?.counts.likes).toBe(4);
  expect(idsOf(patchComment(data, first.id, () => null))).toEqual([[], [second.id]]);
  expect(patchComment(data, 'nowhere', () => null)).toBe(data);
});

it('puts a comment on top and a reply at the end, once', () => {
  const comment = aComment({ id: '0000000000003' });
  expect(idsOf(withComment(data, comment))).toEqual([[comment.id, first.id], [second.id]]);
  const reply = aComment({ id: '0000000000004', parentId: first.id });
  const replied = withComment(data, reply);
  expect(idsOf(replied)).toEqual([[first.id], [second.id, reply.id]]);
  expect(idsOf(withComment(replied, reply))).toEqual(idsOf(replied));
  expect(withComment(undefined, reply)).toBeUndefined();
});

it('shows a comment that is on two pages once', () => {
  const [page, next] = data.pages;
  const twice = { ...data, pages: [{ comments: [second, first], nextCursor: 'x' }, next ?? page] } as CommentPages;
  expect(idsOf(eachOnce(twice))).toEqual([[second.id, first.id], []]);
  expect(eachOnce(data)).toEqual(data);
});
