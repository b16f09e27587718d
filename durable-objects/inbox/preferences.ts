import type { NotificationChoice, NotificationPreferences } from '../../shared/contracts/index.ts';
import { DEFAULT_PREFERENCES } from '../../shared/domain/notifications/may-notify.ts';

/** Whose acts the owner hears of. */
export function readPreferences(sql: SqlStorage): NotificationPreferences {
  const rows = sql.exec<{ name: string; choice: NotificationChoice }>('SELECT name, choice FROM preferences').toArray();
  return { ...DEFAULT_PREFERENCES, ...Object.fromEntries(rows.map(({ name, choice }) => [name, choice])) };
}

/** Replaces all of it. What came before stays. */
export function writePreferences(sql: SqlStorage, preferences: NotificationPreferences): void {
  sql.exec(
    `INSERT INTO preferences (name, choice) SELECT key, value FROM json_each(?) WHERE true
     ON CONFLICT (name) DO UPDATE SET choice = excluded.choice`,
    JSON.stringify(preferences),
  );
}
