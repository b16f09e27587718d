import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,workers,durable-objects,web,scripts,bench,tests}/**/*.test.ts', 'web/**/*.test.tsx'],
          exclude: ['**/node_modules/**', '**/*.workers.test.ts', '**/*.e2e.test.ts'],
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations('migrations/shard'),
                // A cheap cost: tests make many people.
                PASSWORD_SCRYPT: '1024/8/1',
              },
            },
          })),
        ],
        test: {
          name: 'workers',
          include: ['{shared,workers,durable-objects,tests}/**/*.workers.test.ts'],
          setupFiles: ['./tests/support/apply-migrations.ts'],
        },
      },
    ],
  },
});
