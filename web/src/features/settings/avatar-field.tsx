import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Me } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { notifyError } from '../../ui/notify.ts';
import { updateMe } from '../auth/session.ts';
import { checkFile } from '../media/check-file.ts';
import { instanceQuery } from '../media/instance-query.ts';
import { toUploadError, UploadError } from '../media/upload-error.ts';
import { uploadMedia } from '../media/upload-media.ts';

/** Changes or removes the picture beside one's name, at once. */
export function AvatarField({ me }: { me: Me }) {
  const input = useRef<HTMLInputElement>(null);
  const limits = useQuery(instanceQuery);
  const [share, setShare] = useState(0);

  const change = useMutation({
    mutationFn: async (file: File | null) => {
      if (!file) return api.patch<Me>('/users/me', { avatarMediaId: null });
      const problem = limits.data ? checkFile(file, { ...limits.data.media, videoTypes: [] }) : null;
      if (problem) throw new UploadError(problem.message, problem.hint, false);
      const media = await uploadMedia(
        { kind: 'photo', name: file.name, blob: file },
        {
          signal: new AbortController().signal,
          onProgress: (sent) => setShare(sent / file.size),
          onOpened: () => {},
          onSent: () => setShare(1),
        },
      );
      return api.patch<Me>('/users/me', { avatarMediaId: media.id });
    },
    onMutate: () => setShare(0),
    onSuccess: updateMe,
    onError: (error) => {
      const { message, hint } = toUploadError(error);
      notifyError(hint ? `${message} ${hint}` : message);
    },
  });

  return (
    <div className="flex items-center gap-5">
      <span className="relative rounded-full p-1" style={ringStyle(change.isPending, share)}>
        <Avatar user={me} size={84} />
      </span>
      <div>
        <p className="text-base font-semibold">{me.username}</p>
        <div className="mt-2 flex gap-2">
          <Button size="small" look="quiet" busy={change.isPending} onClick={() => input.current?.click()}>
            Change picture
          </Button>
          {me.avatarUrl && (
            <Button size="small" look="plain" disabled={change.isPending} onClick={() => change.mutate(null)}>
              Remove
            </Button>
          )}
        </div>
        <input
          ref={input}
          type="file"
          accept={limits.data?.media.photoTypes.join(',') ?? 'image/*'}
          aria-label="Picture"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) change.mutate(file);
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}

/** The rim closes around the picture as it is sent. */
function ringStyle(sending: boolean, share: number) {
  if (!sending) return undefined;
  return { background: `conic-gradient(var(--rim) ${share * 360}deg, var(--hairline) 0)` };
}
