import { lazy, Suspense, useState } from 'react';
import type { Me } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';

const DeleteAccountDialog = lazy(() => import('./delete-account-dialog.tsx'));

/** The way out. */
export function DeleteAccount({ me }: { me: Me }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className="flex flex-col gap-3 py-3.5 sm:flex-row sm:items-center sm:justify-between sm:gap-6">
      <p className="text-soft text-pretty">
        Deletes your profile, your posts and everything that came with them. It cannot be taken back.
      </p>
      <Button look="danger" className="self-start sm:self-auto" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        Delete account
      </Button>
      {asking && (
        <Suspense>
          <DeleteAccountDialog me={me} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </div>
  );
}
