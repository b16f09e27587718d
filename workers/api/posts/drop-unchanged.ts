import type { Location, PersonTag } from '../../../shared/contracts/index.ts';
import type { PostEdit } from '../../../shared/db/posts/change-post.ts';
import type { PostRow } from '../../../shared/db/posts/load-posts.ts';

/**
 * What of an edit differs from what the post shows, with the descriptions that its media have: the rest would be kept as a
 * version in which nothing is different. Undefined when nothing differs.
 */
export function dropUnchanged(
  post: PostRow,
  altTexts: ReadonlyMap<string, string>,
  edit: PostEdit,
): PostEdit | undefined {
  const { caption, hashtags, mentions, ...rest } = edit;
  const texts = Object.entries(edit.altTexts ?? {}).filter(([mediaId, text]) => altTexts.get(mediaId) !== text);
  const changed = {
    ...(caption === undefined || caption === post.caption ? {} : { caption, hashtags, mentions }),
    ...keepIf(rest, 'location', (location) => !isSamePlace(post, location)),
    ...keepIf(rest, 'hideLikes', (hidden) => hidden !== post.hideLikes),
    ...keepIf(rest, 'commentsOff', (off) => off !== post.commentsOff),
    ...keepIf(rest, 'people', (people) => listTags(people) !== listTags(post.people)),
    ...keepIf(rest, 'mediaIds', (mediaIds) => mediaIds.join() !== post.mediaIds.join()),
    ...(texts.length === 0 ? {} : { altTexts: Object.fromEntries(texts) }),
  };
  return Object.keys(changed).length === 0 ? undefined : changed;
}

/** One part of the edit, if it is given and differs. */
function keepIf<Name extends keyof PostEdit>(
  edit: Pick<PostEdit, Name>,
  name: Name,
  differs: (value: Exclude<PostEdit[Name], undefined>) => boolean,
): Pick<PostEdit, Name> | undefined {
  const value = edit[name];
  if (value === undefined || !differs(value as Exclude<PostEdit[Name], undefined>)) return undefined;
  return { [name]: value } as Pick<PostEdit, Name>;
}

function isSamePlace({ latitude, longitude, locationName }: PostRow, location: Location | null): boolean {
  if (location === null) return locationName === null;
  return location.lat === latitude && location.lon === longitude && location.name === locationName;
}

/** Tags in no order, without names, which follow their people. */
function listTags(people: readonly PersonTag[]): string {
  return JSON.stringify(people.map(({ mediaId, userId, x, y }) => [mediaId, userId, x, y].join()).toSorted());
}
