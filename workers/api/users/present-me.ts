import type { Me } from '../../../shared/contracts/index.ts';
import type { UserRow } from '../../../shared/db/accounts/find-user.ts';
import { presentUserRow } from './present-user.ts';

/** An account as its owner sees it. */
export function presentMe(row: UserRow): Me {
  return { ...presentUserRow(row), email: row.email };
}
