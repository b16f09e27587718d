import { createStore, del, delMany, get, keys, set } from 'idb-keyval';
import { type Draft, type DraftPhoto, emptyDraft } from './draft.ts';

/** Blobs lie apart from the words, so that a keystroke does not write photos again. */
type StoredPhoto = Pick<DraftPhoto, 'key' | 'name' | 'altText' | 'edits' | 'people' | 'mediaId'> & {
  kind?: DraftPhoto['kind'];
  showCamera?: boolean | null;
  tusUrl?: string | null;
  /** Its bytes are on the server only. */
  remote?: boolean;
};
type StoredDraft = Omit<Draft, 'photos'> & { photos: StoredPhoto[] };

const store = createStore('rimlight-drafts', 'drafts');
const draftKey = (userId: string) => `draft:${userId}`;
const photoKey = (userId: string, key: string) => `photo:${userId}:${key}`;

export async function storePhoto(userId: string, photo: DraftPhoto): Promise<void> {
  await set(photoKey(userId, photo.key), photo.blob, store);
}

export async function storeDraft(userId: string, draft: Draft): Promise<void> {
  const photos = draft.photos.map(({ key, kind, name, blob, altText, edits, people, showCamera, mediaId, tusUrl }) => ({
    key,
    kind,
    name,
    remote: blob === null,
    altText,
    edits,
    people,
    showCamera,
    mediaId,
    tusUrl,
  }));
  await set(draftKey(userId), { ...draft, photos } satisfies StoredDraft, store);
}

/** Takes the draft of one person and its photos away. */
export async function clearDraft(userId: string): Promise<void> {
  const stored = await keys<string>(store);
  await delMany(
    stored.filter((key) => key === draftKey(userId) || key.startsWith(`photo:${userId}:`)),
    store,
  );
}

export async function dropPhoto(userId: string, key: string): Promise<void> {
  await del(photoKey(userId, key), store);
}

/** The draft as it was left, or undefined. Photos whose bytes are gone are left out. */
export async function recallDraft(userId: string): Promise<Draft | undefined> {
  const stored = await get<StoredDraft>(draftKey(userId), store);
  if (!stored) return undefined;
  const photos = await Promise.all(
    stored.photos.map(async (photo): Promise<DraftPhoto[]> => {
      const { remote = false, kind = 'photo', showCamera = null, tusUrl = null, ...kept } = photo;
      const blob = remote ? null : await get<Blob>(photoKey(userId, photo.key), store);
      if (blob === undefined) return [];
      return [
        {
          ...kept,
          kind,
          showCamera,
          tusUrl,
          edits: photo.edits ?? null,
          people: photo.people ?? [],
          blob,
          stage: { kind: 'waiting' },
        },
      ];
    }),
  );
  return { ...emptyDraft(), ...stored, photos: photos.flat() };
}
