import { useState } from 'react';
import type { Me } from '../../../../shared/contracts/index.ts';
import { isStatus } from '../../api/api-error.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormError } from '../auth/form-error.tsx';
import { PasswordField } from '../auth/password-field.tsx';
import { useDeleteAccount } from './use-delete-account.ts';

interface DeleteAccountDialogProps {
  me: Me;
  onClose: () => void;
}

const CONSEQUENCES = [
  'Your profile is gone for everybody at once, and you are logged out everywhere within the hour.',
  'Your posts, photos and videos, your comments with the replies to them, and whom you follow are deleted within minutes.',
  'What you wrote to others is no longer shown to them. Your likes go on counting, without your name.',
] as const;

/** Says what goes and what stays, and asks for the password: it cannot be taken back. */
export default function DeleteAccountDialog({ me, onClose }: DeleteAccountDialogProps) {
  const [password, setPassword] = useState('');
  const remove = useDeleteAccount();
  const isWrong = isStatus(remove.error, 401) && remove.error.code === 'invalid-credentials';
  return (
    <Dialog open onClose={onClose} title="Delete your account">
      <form
        noValidate
        className="flex flex-col gap-4 p-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (password && !remove.isPending) remove.mutate(password);
        }}
      >
        <ul className="flex list-disc flex-col gap-2 pl-5 text-soft">
          {CONSEQUENCES.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
          <li>
            The name {me.username} stays taken: nobody else can be {me.username}, nor can you. Your e-mail address may
            sign up again.
          </li>
        </ul>
        <p className="font-medium">This cannot be taken back.</p>
        {/* Tells a password manager whose password is asked for. */}
        <input type="hidden" name="username" autoComplete="username" value={me.username} />
        <PasswordField
          label="Your password"
          autoComplete="current-password"
          value={password}
          error={isWrong ? 'This is not your password.' : undefined}
          onChange={(event) => {
            setPassword(event.target.value);
            if (remove.isError) remove.reset();
          }}
        />
        <FormError
          message={remove.error && !isWrong ? `Your account is still there. ${describeError(remove.error)}` : undefined}
        />
        <div className="flex justify-end gap-2">
          <Button look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button look="danger" type="submit" busy={remove.isPending} disabled={!password}>
            Delete my account
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
