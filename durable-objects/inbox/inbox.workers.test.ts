import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../shared/domain/notifications/may-notify.ts';
import { noticeOf } from '../../shared/domain/notifications/notice.ts';
import { runMigrations } from '../run-migrations.ts';
import type { NoticeChange } from './apply-notice.ts';
import type { Inbox } from './inbox.ts';
import { migrations } from './migrations.ts';

const KEEP = 100;

function anInbox() {
  const namespace = env.INBOX as unknown as DurableObjectNamespace<Inbox>;
  return namespace.get(namespace.newUniqueId());
}

type Given = { at?: number; version?: number; gone?: boolean; followed?: boolean };

function comment(id: string, { at = 10, version = 1, gone = false, followed = false }: Given = {}): NoticeChange {
  const subject = noticeOf.comment('comment', { commentId: id, postId: 'post', actorId: 'ann' });
  return { ...subject, version, gone, at, from: gone ? [] : [{ userId: 'ann', followed, at }] };
}

function likes(postId: string, { at = 10, version = 1, gone = false, followed = false }: Given = {}): NoticeChange {
  return { ...noticeOf.likes(postId), version, gone, at, from: gone ? [] : [{ userId: 'ann', followed, at }] };
}

const none = { places: [], postIds: [] };

const keysOf = async (inbox: DurableObjectStub<Inbox>) => (await inbox.list(null, KEEP)).rows.map(({ key }) => key);

describe('an inbox', () => {
  it('holds a notice once, however often it arrives, and through an eviction', async () => {
    const inbox = anInbox();
    expect(await inbox.apply([comment('one'), comment('one')], KEEP)).toBe(1);
    await evictDurableObject(inbox);
    expect(await inbox.apply([comment('one')], KEEP)).toBe(1);
    expect(await keysOf(inbox)).toEqual(['comment:one']);
  });

  it('stays read when a message comes again after it was read', async () => {
    const inbox = anInbox();
    await inbox.apply([comment('one'), likes('post')], KEEP);
    expect(await inbox.markRead(10)).toBe(0);
    expect(await inbox.apply([comment('one'), likes('post'), comment('one', { at: 20, version: 2 })], KEEP)).toBe(0);
  });

  it('raises what gathers when something newer happens, unread', async () => {
    const inbox = anInbox();
    await inbox.apply([likes('old'), comment('one', { at: 20 })], KEEP);
    await inbox.markRead(20);
    expect(await keysOf(inbox)).toEqual(['comment:one', 'like:old']);
    expect(await inbox.apply([likes('old', { at: 30, version: 2 })], KEEP)).toBe(1);
    expect(await keysOf(inbox)).toEqual(['like:old', 'comment:one']);
  });

  it('withdraws, and late messages do not bring back what was withdrawn', async () => {
    const inbox = anInbox();
    await inbox.apply([comment('one')], KEEP);
    expect(await inbox.apply([comment('one', { gone: true, version: 2 })], KEEP)).toBe(0);
    expect(await inbox.apply([comment('one')], KEEP)).toBe(0);
    // The withdrawal came first.
    expect(await inbox.apply([comment('two', { gone: true, version: 2 }), comment('two')], KEEP)).toBe(0);
    expect(await keysOf(inbox)).toEqual([]);
  });

  it('is what the newest version of each subject says, whatever is repeated, lost or reordered', async () => {
    const inbox = anInbox();
    const step = fc.record({ who: fc.constantFrom('a', 'b'), version: fc.integer({ min: 1, max: 6 }) });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        run += 1;
        const newest = new Map<string, number>();
        for (const { who, version } of steps) {
          const id = `${who}${run}`;
          // Even versions are withdrawals.
          await inbox.apply([comment(id, { version, gone: version % 2 === 0 })], 10_000);
          newest.set(id, Math.max(version, newest.get(id) ?? 0));
        }
        const wanted = [...newest].filter(([, version]) => version % 2 === 1).map(([id]) => `comment:${id}`);
        const held = (await inbox.list(null, 10_000)).rows.map(({ key }) => key);
        expect(held.filter((key) => key.endsWith(String(run)) && newest.has(key.slice(8))).toSorted()).toEqual(
          wanted.toSorted(),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('marks as read what was shown, not what came since', async () => {
    const inbox = anInbox();
    await inbox.apply([comment('one', { at: 10 }), comment('two', { at: 11 })], KEEP);
    expect(await inbox.markRead(10)).toBe(1);
    const { rows, unread } = await inbox.list(null, KEEP);
    expect(rows.map(({ unread: isUnread }) => isUnread)).toEqual([true, false]);
    expect(unread).toBe(1);
  });

  it('keeps as many as it may, and lets go of the oldest beyond', async () => {
    const inbox = anInbox();
    const keep = 5;
    const change = (n: number) => comment(`n${n}`, { at: n });
    await inbox.apply([1, 2, 3, 4, 5].map(change), keep);
    expect(await keysOf(inbox)).toHaveLength(keep);
    await inbox.apply([change(6)], keep);
    expect(await keysOf(inbox)).toEqual([6, 5, 4, 3, 2].map((n) => `comment:n${n}`));
    // One older than all that is kept does not push out a newer one.
    await inbox.apply([change(1)], keep);
    expect(await keysOf(inbox)).toEqual([6, 5, 4, 3, 2].map((n) => `comment:n${n}`));
    // Withdrawn ones take no place from those that hold, and are kept within the same bound.
    await inbox.apply(
      [10, 11, 12, 13, 14, 15].map((n) => comment(`n${n}`, { at: n, gone: true })),
      keep,
    );
    expect(await keysOf(inbox)).toHaveLength(keep);
    const rows = await runInDurableObject(inbox, (_, { storage }) =>
      storage.sql.exec<{ n: number }>('SELECT count(*) AS n FROM notices').one(),
    );
    expect(rows.n).toBe(2 * keep);
  });

  it('pages without gaps or repeats, also where times are equal', async () => {
    const inbox = anInbox();
    await inbox.apply(
      ['a', 'b', 'c', 'd', 'e'].map((id) => comment(id, { at: 10 })),
      KEEP,
    );
    const whole = await keysOf(inbox);
    const first = await inbox.list(null, 2);
    const last = first.rows.at(-1);
    const rest = await inbox.list(last ? { at: last.at, key: last.key } : null, 10);
    expect([...first.rows, ...rest.rows].map(({ key }) => key)).toEqual(whole);
  });

  it('takes what its owner chose to hear of, from then on', async () => {
    const inbox = anInbox();
    expect(await inbox.readPreferences()).toEqual(DEFAULT_PREFERENCES);
    await inbox.apply([likes('before')], KEEP);
    await inbox.writePreferences({ ...DEFAULT_PREFERENCES, likes: 'following', comments: 'nobody' });
    await evictDurableObject(inbox);
    await inbox.apply([likes('a'), likes('b', { followed: true }), comment('one', { followed: true })], KEEP);
    expect((await keysOf(inbox)).toSorted()).toEqual(['like:b', 'like:before']);
  });

  it('looks for the newest person whom its owner wants to hear of', async () => {
    const inbox = anInbox();
    await inbox.writePreferences({ ...DEFAULT_PREFERENCES, likes: 'following' });
    const from = [
      { userId: 'ben', followed: false, at: 30 },
      { userId: 'ann', followed: true, at: 20 },
    ];
    await inbox.apply([{ ...likes('post'), from }], KEEP);
    expect((await inbox.list(null, 1)).rows[0]?.at).toBe(20);
  });

  it('forgets what a page found to be gone, unless it rose since', async () => {
    const inbox = anInbox();
    await inbox.apply([likes('a'), likes('b')], KEEP);
    await inbox.apply([likes('b', { at: 20, version: 2 })], KEEP);
    const gone = [
      { key: 'like:a', at: 10 },
      { key: 'like:b', at: 10 },
    ];
    expect(await inbox.settlePage({ gone, hidden: none, shown: none })).toBe(1);
    expect(await keysOf(inbox)).toEqual(['like:b']);
    await inbox.withdrawPost('b');
    expect(await keysOf(inbox)).toEqual([]);
  });

  it('counts and marks as read nothing that its owner may not see, until they may again or it changes', async () => {
    const inbox = anInbox();
    await inbox.apply([comment('one'), comment('two'), likes('other')], KEEP);
    const hidden = { places: [{ key: 'like:other', at: 10 }], postIds: ['post'] };
    expect(await inbox.settlePage({ gone: [], hidden, shown: none })).toBe(0);
    await inbox.markRead(10);
    // Repeated messages change nothing.
    expect(await inbox.apply([comment('one'), likes('other')], KEEP)).toBe(0);
    expect(await inbox.apply([likes('other', { version: 2 })], KEEP)).toBe(1);
    expect((await inbox.list(null, KEEP)).rows.filter((row) => row.hidden)).toHaveLength(2);
    const shown = { places: [], postIds: ['post'] };
    expect(await inbox.settlePage({ gone: [], hidden: none, shown })).toBe(3);
  });

  it('is empty, and works, after the account is gone', async () => {
    const inbox = anInbox();
    await inbox.apply([comment('one')], KEEP);
    await inbox.writePreferences({ ...DEFAULT_PREFERENCES, likes: 'nobody' });
    await inbox.empty();
    expect(await inbox.list(null, KEEP)).toEqual({ rows: [], unread: 0 });
    expect(await inbox.readPreferences()).toEqual(DEFAULT_PREFERENCES);
  });
});

it('keeps what it had before it knew of pending requests and of hidden notices', async () => {
  const inbox = anInbox();
  await runInDurableObject(inbox, (_, { storage }) => {
    const { sql } = storage;
    for (const table of ['conversations', 'notices', 'preferences', 'schema_steps']) sql.exec(`DROP TABLE ${table}`);
    runMigrations(storage, migrations.slice(0, 2));
    sql.exec(`INSERT INTO conversations VALUES ('ann-ben', 'ben', 3, 1, 0, 10, 'ben', 'hello', NULL)`);
    sql.exec(`INSERT INTO notices VALUES ('like:post', 'like', NULL, 'post', NULL, 10, 1, 1, 1)`);
  });
  await evictDurableObject(inbox);
  const { entries, unread } = await inbox.listConversations(false, null, KEEP);
  expect(unread).toBe(1);
  expect(entries).toMatchObject([{ id: 'ann-ben', unread: 1, pending: false, last: { text: 'hello' } }]);
  expect(await inbox.list(null, KEEP)).toMatchObject({ rows: [{ key: 'like:post', hidden: false }], unread: 1 });
});
