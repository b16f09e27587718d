import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Archive, Bookmark, ChevronRight, FilePen, LogOut, UserRound, UserRoundCheck } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { Me } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { notifyError } from '../../ui/notify.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { updateMe, useMe } from '../auth/session.ts';
import { useLogOut } from '../auth/use-log-out.ts';
import { setShowsAlways, showsAlways, subscribeUncovered } from '../moderation/shown-anyway.ts';
import { NotificationChoices } from '../notifications/notification-choices.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { HiddenWords } from './hidden-words.tsx';
import { TaggableByChoice } from './taggable-by.tsx';
import { ThemeChoice } from './theme-choice.tsx';

export default function SettingsPage() {
  useDocumentTitle('Settings');
  const me = useMe();
  const logOut = useLogOut();
  if (!me) return null;
  return (
    <div className="mx-auto w-full max-w-[560px]">
      <PageHeader title="Settings" back />
      <div className="flex flex-col gap-8 px-4 pb-16 pt-4 sm:px-0">
        <Section title="Account">
          <SettingLink
            to="/settings/profile"
            icon={<UserRound className="size-5" />}
            label="Edit profile"
            note={me.email}
          />
          <SettingLink to="/requests" icon={<UserRoundCheck className="size-5" />} label="Follow requests" />
          <SettingLink to="/saved" icon={<Bookmark className="size-5" />} label="Saved posts" />
          <SettingLink to="/drafts" icon={<FilePen className="size-5" />} label="Drafts and scheduled posts" />
          <SettingLink to="/archive" icon={<Archive className="size-5" />} label="Archive" />
        </Section>
        <Section title="Privacy">
          <PrivateAccount me={me} />
          <TaggableByChoice />
          <SensitiveMedia />
          <HiddenWords />
        </Section>
        <Section title="Notifications">
          <NotificationChoices />
        </Section>
        <Section title="Appearance">
          <ThemeChoice />
        </Section>
        <div className="max-sm:hidden">
          <Section title="Keys">
            <Keys />
          </Section>
        </div>
        <Button look="quiet" busy={logOut.isPending} className="self-start" onClick={() => logOut.mutate()}>
          <LogOut className="size-4.5" /> Log out
        </Button>
        <Section title="Delete account">
          <DeleteAccount me={me} />
        </Section>
      </div>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="pb-2 text-xs font-medium text-faint">{title}</h2>
      <div className="divide-y divide-hairline rounded-lg border border-hairline bg-surface px-4">{children}</div>
    </section>
  );
}

interface SettingLinkProps {
  to: '/settings/profile' | '/requests' | '/saved' | '/drafts' | '/archive';
  icon: ReactNode;
  label: string;
  note?: string;
}

function SettingLink({ to, icon, label, note }: SettingLinkProps) {
  return (
    <Link to={to} className="flex items-center gap-3 py-3.5 hover:text-accent">
      {icon}
      <span className="flex-1 font-medium">{label}</span>
      {note && <span className="truncate text-faint">{note}</span>}
      <ChevronRight className="size-4 text-faint" />
    </Link>
  );
}

function PrivateAccount({ me }: { me: Me }) {
  const change = useMutation({
    mutationFn: (isPrivate: boolean) => api.patch<Me>('/users/me', { isPrivate }),
    onMutate: (isPrivate) => updateMe({ ...me, isPrivate }),
    onSuccess: updateMe,
    onError: (error) => {
      updateMe(me);
      notifyError(describeError(error));
    },
  });
  return (
    <SwitchRow
      label="Private account"
      hint="Only people you accept see your photos. Those who follow you already stay."
      checked={me.isPrivate}
      disabled={change.isPending}
      onChange={(isPrivate) => change.mutate(isPrivate)}
    />
  );
}

function SensitiveMedia() {
  const always = useSyncExternalStore(subscribeUncovered, showsAlways);
  return (
    <SwitchRow
      label="Show sensitive photos and videos"
      hint="Without asking first, on this device."
      checked={always}
      onChange={setShowsAlways}
    />
  );
}

const KEYS = [
  ['L', 'Like the post in view'],
  ['S', 'Save it'],
  ['J and K', 'Next and previous post'],
  ['← and →', 'Photos of an album; within a video, back and forth'],
  ['Space', 'Play or pause the video of a focused post'],
  ['M, C and F', 'Its sound, captions and the whole screen'],
] as const;

function Keys() {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 py-3.5">
      {KEYS.map(([key, what]) => (
        <div key={key} className="contents">
          <dt>
            <kbd className="rounded-sm border border-hairline-strong px-1.5 py-0.5 font-sans text-xs">{key}</kbd>
          </dt>
          <dd className="text-soft">{what}</dd>
        </div>
      ))}
    </dl>
  );
}
