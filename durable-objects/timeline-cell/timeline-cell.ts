import { DurableObject } from 'cloudflare:workers';
import { type Config, parseConfig } from '../../shared/config/index.ts';
import type { CellStats } from '../../shared/contracts/index.ts';
import { ShardRouter } from '../../shared/db/shard-router.ts';
import type { LikeAct, LikedTarget, LikeOutcome, MarkTarget } from '../../shared/domain/likes/like-act.ts';
import type { Verdict } from '../../shared/domain/limits/take-attempt.ts';
import { rankingModelOf } from '../../shared/domain/ranking/ranking-model.ts';
import type { Outcome } from '../../shared/errors/index.ts';
import type { PostCounter } from '../post-counter/post-counter.ts';
import { runMigrations } from '../run-migrations.ts';
import { applyEdge, type EdgeChange } from './apply-edge.ts';
import { AttemptLog, type LimitedAct } from './attempt-log.ts';
import { CellMemory } from './cell-memory.ts';
import { CellResidence } from './cell-residence.ts';
import {
  type CollectionEdit,
  type CollectionRow,
  collectPost,
  createCollection,
  deleteCollection,
  editCollection,
  findCollection,
  listCollected,
  listCollections,
  listHolders,
  type NewCollection,
} from './collections.ts';
import { describeCell } from './describe-cell.ts';
import { describePeople, type Standing } from './describe-people.ts';
import { describePosts, type PostMarks } from './describe-posts.ts';
import { evictOldest } from './evict-oldest.ts';
import { GroupCommit } from './group-commit.ts';
import { HomeReader } from './home-reader.ts';
import { likePosts } from './like-posts.ts';
import { LikeReporter } from './like-reporter.ts';
import { listSaved, type SavedPost } from './list-saved.ts';
import { markSave } from './mark-post.ts';
import { migrations } from './migrations.ts';
import {
  beginArrival,
  beginDeparture,
  completeArrival,
  completeDeparture,
  exportUser,
  importUser,
  type MovePage,
  type MovePlace,
  type UserMove,
} from './move-user.ts';
import { markSeen, type Observation, observeAuthor, type SeenPost } from './observe-author.ts';
import { Ranking } from './ranking.ts';
import { type Circle, readCircle } from './read-circle.ts';
import { rebuildUser, type UserCopies } from './rebuild-user.ts';
import { applyBlock, type BlockChange, setMuting } from './relate.ts';
import { SourceReader } from './source-reader.ts';
import { type EntryChange, syncEntries } from './sync-entries.ts';

/** Entries are counted this often while a budget's worth arrives: a count reads an index, so not on every delivery. */
const BUDGET_CHECKS = 20;
/** An entry takes more than this of the database, 55 (docs/storage.md): a smaller database holds less than the budget. */
const LEAST_ENTRY_BYTES = 40;

/** Sources read from D1 in one round: at 60 entries each, a few hundred kilobytes. */
const REFRESH_PART = 200;

/** The home timelines of up to CELL_CAPACITY users: whom each follows, what they marked, and what those they follow published. */
export class TimelineCell extends DurableObject<Cloudflare.Env> {
  readonly #sql: SqlStorage;
  readonly #memory: CellMemory;
  readonly #config: Config;
  readonly #ranking: Ranking;
  readonly #sources: SourceReader;
  readonly #home: HomeReader;
  /** How Workers of the same isolate reach the cell. */
  readonly #residence: CellResidence;
  readonly #attempts: AttemptLog;
  readonly #likes: GroupCommit<LikeAct, LikeOutcome>;
  readonly #likeReports: LikeReporter;
  /** What came before this instance it has not seen, so its first delivery counts. */
  #entriesSinceCount = Number.POSITIVE_INFINITY;

  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    runMigrations(ctx.storage, migrations);
    this.#memory = new CellMemory(this.#sql);
    const vars = { ...env } as Record<string, unknown>;
    this.#config = parseConfig(vars);
    const shards = new ShardRouter(vars, this.#config.SHARD_MAP);
    this.#attempts = new AttemptLog(this.#sql);
    this.#likes = new GroupCommit(ctx.storage, {
      check: ({ target }) => this.#memory.requireWritable(target.userId),
      run: (acts) => this.#like(acts),
      forget: (acts) => {
        for (const { target } of acts) this.#memory.forgetUser(target.userId);
        this.#attempts.discard();
        this.#ranking.affinities.discard();
        this.#memory.pendingLikes.load();
      },
    });
    this.#likeReports = new LikeReporter(ctx, this.#memory, {
      shards,
      counters: this.env.POST_COUNTER as unknown as DurableObjectNamespace<PostCounter>,
      hotReports: this.#config.LIKE_HOT_REPORTS,
    });
    void this.#likeReports.resume();
    this.#ranking = new Ranking(this.#sql, rankingModelOf(this.#config), shards, Date.now());
    this.#sources = new SourceReader(ctx.storage, this.#memory, shards, {
      keep: this.#config.CELL_POSTS_PER_SOURCE,
      freshMs: this.#config.CELL_PULL_SECONDS * 1_000,
      onRead: (entries) => this.#countEntries(entries),
    });
    this.#home = new HomeReader(ctx, this.#memory, this.#ranking, this.#sources);
    this.#residence = new CellResidence(ctx.id.name ?? '', this.#home, this.#likes);
  }

  /** A page of a user's home timeline, newest first, below `before`. Complete back to the first entry of everyone followed. */
  readHome(userId: string, before: string | null, limit: number): string | Promise<string> {
    this.#residence.renew();
    return this.#home.readHome(userId, before, limit);
  }

  /** A page of a user's ranked home feed, from the first one (`cursor` null) to the first entry of everyone followed. */
  readRanked(userId: string, cursor: string | null, limit: number, now: number): string | Promise<string> {
    this.#residence.renew();
    return this.#home.readRanked(userId, cursor, limit, now);
  }

  /** Counts an act of a user that brings them nearer to an author. */
  observe(userId: string, observation: Observation, now: number): void {
    this.#memory.requireWritable(userId);
    observeAuthor(this.#ranking, this.#memory.user(userId), observation, now);
  }

  /** Marks posts as seen by a user: they sink in the ranked feed. */
  markSeen(userId: string, posts: SeenPost[], now: number): void {
    this.#memory.requireWritable(userId);
    const user = this.#memory.user(userId);
    this.ctx.storage.transactionSync(() => markSeen(this.#ranking, user, posts, now));
  }

  /** Copies one edge from its truth. */
  applyEdge(change: EdgeChange): void {
    applyEdge(this.#sql, this.#memory, change);
    this.#ranking.noteCircle(this.#memory.loadedUser(change.userId));
  }

  /** Reads a source's recent entries from D1 again. Called once the source's audience names this cell. */
  async refreshSource(sourceId: string): Promise<void> {
    await this.#sources.read([sourceId]);
  }

  /** The same for many sources, a part at a time. */
  async refreshSources(sourceIds: string[]): Promise<void> {
    for (let start = 0; start < sourceIds.length; start += REFRESH_PART) {
      await this.#sources.read(sourceIds.slice(start, start + REFRESH_PART));
    }
  }

  /** Copies entries from their truth: published, edited or gone. */
  syncEntries(changes: EntryChange[]): void {
    this.ctx.storage.transactionSync(() => {
      syncEntries(this.#sql, this.#memory, changes, this.#config.CELL_POSTS_PER_SOURCE);
    });
    this.#countEntries(changes.length);
  }

  /** Likes or unlikes; `pendingLikes` is what the target's count does not have yet. With a limit, the attempt counts. */
  async like(target: LikedTarget, liked: boolean, now: number, limit?: LimitedAct): Promise<LikeOutcome> {
    this.#residence.renew();
    return this.#likes.submit({ target, liked, now, limit });
  }

  /** Counts a user's attempt at what this cell limits but does not do itself. */
  takeAttempt(userId: string, act: LimitedAct, now: number): Verdict {
    this.#memory.requireWritable(userId);
    const verdict = this.#attempts.take(this.#memory.user(userId), act, now);
    this.#attempts.write();
    return verdict;
  }

  /** Saves for later, or no longer. */
  save(target: MarkTarget, saved: boolean, now: number): Outcome<{ saved: boolean }, 'not-found'> {
    return this.ctx.storage.transactionSync(() => markSave(this.#sql, this.#memory, this.#ranking, target, saved, now));
  }

  /** A user's saved posts, newest mark first. */
  listSaved(userId: string, after: SavedPost | null, limit: number): SavedPost[] {
    this.#memory.user(userId);
    return listSaved(this.#sql, userId, after, limit);
  }

  /** Makes a collection of a user's saved posts. */
  createCollection(userId: string, collection: NewCollection, now: number): Outcome<CollectionRow, 'too-many'> {
    this.#memory.requireWritable(userId);
    return this.ctx.storage.transactionSync(() => createCollection(this.#sql, userId, collection, now));
  }

  /** A user's collections, newest first, below an id. */
  listCollections(userId: string, before: string, limit: number): CollectionRow[] {
    this.#memory.user(userId);
    return listCollections(this.#sql, userId, before, limit);
  }

  /** The collections of a user that hold a post, by id. */
  listHolders(userId: string, postId: string): string[] {
    this.#memory.user(userId);
    return listHolders(this.#sql, userId, postId);
  }

  /** Names a collection anew, or takes a post out of it; undefined when there is none such. */
  editCollection(userId: string, id: string, edit: CollectionEdit): CollectionRow | undefined {
    this.#memory.requireWritable(userId);
    return editCollection(this.#sql, userId, id, edit);
  }

  /** Deletes a collection; its posts stay saved. */
  deleteCollection(userId: string, id: string): boolean {
    this.#memory.requireWritable(userId);
    return deleteCollection(this.#sql, userId, id);
  }

  /** Saves a post, and puts it into a collection. */
  collectPost(target: MarkTarget, collectionId: string, now: number): Outcome<null, 'not-found' | 'no-collection'> {
    this.#memory.requireWritable(target.userId);
    return this.ctx.storage.transactionSync(() => {
      if (!findCollection(this.#sql, target.userId, collectionId)) return { ok: false, code: 'no-collection' };
      const saved = markSave(this.#sql, this.#memory, this.#ranking, target, true, now);
      if (!saved.ok) return saved;
      collectPost(this.#sql, { ...target, collectionId }, now);
      return { ok: true, value: null };
    });
  }

  /** The posts of a collection, newest addition first; undefined when there is none such. */
  listCollected(userId: string, id: string, after: SavedPost | null, limit: number): SavedPost[] | undefined {
    this.#memory.user(userId);
    return findCollection(this.#sql, userId, id) && listCollected(this.#sql, userId, id, after, limit);
  }

  /** Copies one side of a block from its truth. */
  applyBlock(change: BlockChange): void {
    applyBlock(this.#sql, this.#memory, change);
    this.#ranking.noteCircle(this.#memory.loadedUser(change.userId));
  }

  /** Mutes or unmutes; this cell is the truth of mutes. */
  mute(userId: string, otherId: string, muting: boolean): void {
    setMuting(this.#sql, this.#memory, userId, otherId, muting);
    this.#ranking.noteCircle(this.#memory.loadedUser(userId));
  }

  /** A user's standing to others, in their order. */
  describePeople(userId: string, otherIds: string[]): Standing[] {
    return describePeople(this.#sql, this.#memory, userId, otherIds);
  }

  /** What a list of a post's likers needs to know of its reader. */
  readCircle(userId: string, postId: string): Circle {
    return readCircle(this.#sql, this.#memory, userId, postId);
  }

  /** A user's marks on posts, in their order. */
  describePosts(userId: string, postIds: string[]): PostMarks[] {
    return describePosts(this.#sql, this.#memory, userId, postIds);
  }

  /** Replaces copies of users by what D1 says; see `rebuildCell`. */
  async rebuildUsers(copies: UserCopies[]): Promise<void> {
    this.ctx.storage.transactionSync(() => {
      for (const user of copies) rebuildUser(this.#sql, this.#memory, user);
    });
    await this.#likeReports.wake();
  }

  /** What the cell holds, for its operator. */
  describeCell(): CellStats {
    return describeCell(this.#sql, this.#home.pages);
  }

  /** Stops a user's writes here, the first step of a move; see `finishMove`. False when the move is long over. */
  beginDeparture(move: UserMove): boolean {
    return beginDeparture(this.#sql, this.#memory, move);
  }

  /** The rows of a user at one place of a move. */
  exportUser(userId: string, place: MovePlace): MovePage {
    return exportUser(this.#sql, userId, place);
  }

  /** Expects a user who moves here. */
  beginArrival(move: UserMove): void {
    this.ctx.storage.transactionSync(() => beginArrival(this.#sql, this.#memory, move));
  }

  /** Takes over rows of a user who moves here. */
  importUser(move: UserMove, page: MovePage): void {
    this.ctx.storage.transactionSync(() => importUser(this.#sql, move, page));
  }

  /** Takes the writes of a user who lives here now. */
  async completeArrival(move: UserMove): Promise<void> {
    this.ctx.storage.transactionSync(() => completeArrival(this.#sql, this.#memory, move));
    await this.#likeReports.wake();
  }

  /** Lets go of a user who lives in another cell now. */
  async completeDeparture(move: UserMove): Promise<void> {
    this.ctx.storage.transactionSync(() => completeDeparture(this.#sql, this.#memory, move));
    await this.#likeReports.wake();
  }

  /** Reports likes; see `LikeReporter`. */
  override async alarm(): Promise<void> {
    await this.#likeReports.run();
  }

  #like(acts: readonly LikeAct[]): LikeOutcome[] {
    const outcomes = likePosts(this.#sql, this.#memory, this.#ranking, this.#attempts, acts);
    void this.#likeReports.wake();
    return outcomes;
  }

  #countEntries(arrived: number): void {
    const budget = this.#config.CELL_ENTRY_BUDGET;
    this.#entriesSinceCount += arrived;
    if (this.#entriesSinceCount <= budget / BUDGET_CHECKS) return;
    this.#entriesSinceCount = 0;
    if (this.#sql.databaseSize < budget * LEAST_ENTRY_BYTES) return;
    this.ctx.storage.transactionSync(() => evictOldest(this.#sql, this.#memory, budget));
  }
}
