import type { Instance, PictureEdits } from '../../../../shared/contracts/index.ts';
import { checkFile, kindOfFile } from '../media/check-file.ts';
import { bringMedia } from './bring-media.ts';
import { discardMedia } from './discard-media.ts';
import { type Draft, type DraftPhoto, emptyDraft, moveEntry, type Stage } from './draft.ts';
import { clearDraft, dropPhoto, recallDraft, storeDraft, storePhoto } from './draft-storage.ts';

/** Files sent at the same time: more only share the same line. */
const AT_ONCE = 3;
const STORE_AFTER_MS = 250;

type Words = Partial<Pick<Draft, 'caption' | 'location' | 'typedPlace' | 'hideLikes' | 'commentsOff' | 'schedule'>>;

/**
 * The one draft of the person logged in. It lives beside the pages, so that uploads go on while one looks around, and in
 * IndexedDB, so that a reload loses nothing.
 */
export class ComposeStore {
  readonly userId: string;
  #draft: Draft = emptyDraft();
  #listeners = new Set<() => void>();
  #running = new Map<string, AbortController>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #recalling: Promise<void> | undefined;
  #isRecalled = false;
  /** False when this browser refuses to keep the draft. */
  keeps = true;
  /** Counts whole replacements of the draft: what was typed into fields belongs to an older one. */
  generation = 0;

  constructor(userId: string) {
    this.userId = userId;
  }

  /** Undefined until what the last visit left is back: of that and what is put together before, one would be lost. */
  read = (): Draft | undefined => (this.#isRecalled ? this.#draft : undefined);

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Loads what was left by the last visit, once, and goes on with its uploads. Answers the draft as it is now. */
  async recall(): Promise<Draft> {
    this.#recalling ??= recallDraft(this.userId)
      .catch(() => {
        this.keeps = false;
        return undefined;
      })
      .then((kept) => {
        this.#isRecalled = true;
        this.#replace(kept ?? this.#draft);
        this.#pump();
      });
    await this.#recalling;
    return this.#draft;
  }

  addFiles(files: readonly File[], limits: Instance): { refused: number } {
    const room = limits.posts.maxMedia - this.#draft.photos.length;
    const taken = files.slice(0, Math.max(0, room)).map((file): DraftPhoto => {
      const problem = checkFile(file, limits.media);
      const stage: Stage = problem ? { kind: 'failed', ...problem, canRetry: false } : { kind: 'waiting' };
      return {
        key: crypto.randomUUID(),
        kind: kindOfFile(file),
        name: file.name,
        blob: file,
        altText: '',
        edits: null,
        people: [],
        showCamera: null,
        tusUrl: null,
        mediaId: null,
        stage,
      };
    });
    for (const photo of taken) void storePhoto(this.userId, photo).catch(() => this.#cannotKeep());
    this.#edit({ photos: [...this.#draft.photos, ...taken] });
    this.#pump();
    return { refused: files.length - taken.length };
  }

  /** Goes on with a draft that was saved on the server, in place of what is here. */
  async open(draft: Draft): Promise<void> {
    await this.recall();
    await this.clear();
    this.#replace(draft);
    this.#storeSoon();
    this.#pump();
  }

  setWords(words: Words): void {
    this.#edit(words);
  }

  describe(key: string, fields: Partial<Pick<DraftPhoto, 'altText' | 'people' | 'showCamera'>>): void {
    this.#edit({ photos: this.#draft.photos.map((photo) => (photo.key === key ? { ...photo, ...fields } : photo)) });
  }

  /** Edits belong to the making of the variants: a photo that was sent already is sent again with them. */
  setEdits(key: string, edits: PictureEdits | null): void {
    this.#running.get(key)?.abort();
    this.#running.delete(key);
    this.#edit({
      photos: this.#draft.photos.map((photo) => {
        if (photo.key !== key) return photo;
        if (photo.mediaId) void discardMedia(photo.mediaId);
        // Another crop moves everybody; they are tagged again where they are now.
        return { ...photo, edits, people: [], mediaId: null, tusUrl: null, stage: { kind: 'waiting' } };
      }),
    });
    this.#pump();
  }

  move(from: number, to: number): void {
    this.#edit({ photos: moveEntry(this.#draft.photos, from, to) });
  }

  remove(key: string): void {
    this.#running.get(key)?.abort();
    const mediaId = this.#draft.photos.find((photo) => photo.key === key)?.mediaId;
    if (mediaId) void discardMedia(mediaId);
    this.#edit({ photos: this.#draft.photos.filter((photo) => photo.key !== key) });
    void dropPhoto(this.userId, key).catch(() => {});
    this.#pump();
  }

  stop(key: string): void {
    this.#changePhoto(key, { stage: { kind: 'stopped' } });
    this.#running.get(key)?.abort();
  }

  retry(key: string): void {
    this.#changePhoto(key, { stage: { kind: 'waiting' } });
    this.#pump();
  }

  /** Begins anew: after sharing, or when the draft is thrown away. */
  async clear(): Promise<void> {
    for (const controller of this.#running.values()) controller.abort();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#replace(emptyDraft());
    await clearDraft(this.userId).catch(() => {});
  }

  /** What the person changes makes another post of it, hence another id. */
  #edit(fields: Partial<Draft>): void {
    this.#show({ ...this.#draft, ...fields, id: crypto.randomUUID() });
    this.#storeSoon();
  }

  #changePhoto(key: string, fields: Partial<DraftPhoto>): void {
    const photos = this.#draft.photos.map((photo) => (photo.key === key ? { ...photo, ...fields } : photo));
    this.#show({ ...this.#draft, photos });
    if ('mediaId' in fields) this.#storeSoon();
  }

  #storeSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void storeDraft(this.userId, this.#draft).catch(() => this.#cannotKeep());
    }, STORE_AFTER_MS);
  }

  #show(draft: Draft): void {
    this.#draft = draft;
    for (const listener of this.#listeners) listener();
  }

  #replace(draft: Draft): void {
    this.generation += 1;
    this.#show(draft);
  }

  #cannotKeep(): void {
    this.keeps = false;
    this.#show({ ...this.#draft });
  }

  #pump(): void {
    for (const photo of this.#draft.photos) {
      if (this.#running.size >= AT_ONCE) return;
      if (photo.stage.kind === 'waiting' && !this.#running.has(photo.key)) void this.#bring(photo);
    }
  }

  async #bring(photo: DraftPhoto): Promise<void> {
    const controller = new AbortController();
    this.#running.set(photo.key, controller);
    await bringMedia(photo, controller.signal, (fields) => {
      if (!controller.signal.aborted) this.#changePhoto(photo.key, fields);
    });
    if (this.#running.get(photo.key) === controller) this.#running.delete(photo.key);
    this.#pump();
  }
}

let current: ComposeStore | undefined;

/** The store of this person; another person's draft stays theirs. */
export function composeStoreOf(userId: string): ComposeStore {
  if (current?.userId !== userId) current = new ComposeStore(userId);
  return current;
}
