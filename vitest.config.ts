import { availableParallelism } from 'node:os';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Waits are for a state, so they may be long: a loaded machine is slow, not wrong. */
const PATIENT_POLL = { timeout: 10_000, interval: 50 };

/** A project in workerd, on the bindings of wrangler.toml, with vars of its own. */
function inWorkerd(name: string, include: string[], vars: Record<string, string>) {
  return {
    plugins: [
      cloudflareTest(async () => ({
        wrangler: { configPath: './wrangler.toml' },
        miniflare: {
          bindings: {
            TEST_MIGRATIONS: await readD1Migrations('migrations/shard'),
            // A cheap cost: tests make many people.
            PASSWORD_SCRYPT: '1024/8/1',
            // Rules are tested at the moment of their change; tests of the edge cache switch it on.
            EDGE_CACHE_SECONDS: '0',
            // Deliveries are signed by the tests; films on Stream play at no real host.
            STREAM_WEBHOOK_SECRET: 'a-secret-of-the-webhook',
            STREAM_HOST: 'customer-test.cloudflarestream.com',
            // A large audience begins at four cells.
            FANOUT_PAGE_CELLS: '3',
            ...vars,
          },
        },
      })),
    ],
    test: {
      name,
      include,
      // A runtime takes seconds to start, so files share one; each begins with empty storage (apply-migrations.ts).
      isolate: false,
      setupFiles: ['./tests/support/apply-migrations.ts'],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      expect: { poll: PATIENT_POLL },
    },
  };
}

export default defineConfig({
  test: {
    // Even on two cores: half of a test is waiting for storage.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          // Pure code keeps nothing that another file could meet.
          isolate: false,
          include: ['{shared,workers,durable-objects,web,scripts,bench,tests}/**/*.test.ts', 'web/**/*.test.tsx'],
          exclude: ['**/node_modules/**', '**/*.{workers,tiny,threshold,limits,e2e}.test.ts'],
        },
      },
      inWorkerd('workers', ['{shared,workers,durable-objects,tests}/**/*.workers.test.ts'], {}),
      // Everything that scale brings, at the smallest scale: cells of two, four posts an author, one cell is a crowd.
      inWorkerd('tiny', ['tests/**/*.tiny.test.ts'], {
        CELL_CAPACITY: '2',
        CELL_POSTS_PER_SOURCE: '4',
        CELEBRITY_CELLS: '1',
        LIKE_HOT_REPORTS: '2',
        CELL_PULL_SECONDS: '1',
        RANK_CANDIDATES: '5',
        EDGE_CACHE_SECONDS: '1',
        LIMIT_POSTS: '10000/3600',
        LIMIT_FOLLOWS: '10000/3600',
      }),
      // Authors are pulled above three cells and pushed again at two: at one cell, the way back begins when nobody is left.
      inWorkerd('threshold', ['tests/**/*.threshold.test.ts'], {
        CELL_CAPACITY: '2',
        CELL_POSTS_PER_SOURCE: '4',
        CELEBRITY_CELLS: '3',
        CELL_PULL_SECONDS: '1',
        LIMIT_POSTS: '10000/3600',
      }),
      // Limits that a few hundred requests reach.
      inWorkerd('limits', ['tests/**/*.limits.test.ts'], {
        LIMIT_LIKES: '37/3600',
        LIMIT_COMMENTS: '41/3600',
        LIMIT_FOLLOWS: '23/3600',
        LIMIT_SHARES: '29/3600',
        LIMIT_EDITS: '27/3600',
        LIMIT_MESSAGES: '31/3600',
        LIMIT_EQUAL_COMMENTS: '1000/3600',
        BLOCKED_WORDS: 'rutabaga,buy now',
        LIMIT_READS_BY_ADDRESS: '50/3600',
        LIMIT_REFRESHES_BY_ADDRESS: '19/3600',
        LIMIT_MEDIA_BY_ADDRESS: '60/3600',
        LIMIT_RENDERINGS_BY_ADDRESS: '3/3600',
        CELL_ENTRY_BUDGET: '200',
      }),
      // Journeys: the product as `npm start` runs it, seen from outside and by a real browser.
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          globalSetup: ['./tests/e2e/support/global-setup.ts'],
          // On one product and beside browsers: more at once would compete, not be faster.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 90_000,
          expect: { poll: PATIENT_POLL },
        },
      },
    ],
  },
});
