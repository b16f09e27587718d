import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { BIO_MAX, bioSchema, countCharacters, fullNameSchema, type Me } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { CharacterCount } from '../../ui/character-count.tsx';
import { notify } from '../../ui/notify.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextAreaField, TextField } from '../../ui/text-field.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useKeptText } from '../../ui/use-kept-text.ts';
import { asSentence, fieldErrorsOf } from '../auth/field-errors.ts';
import { FormError } from '../auth/form-error.tsx';
import { updateMe, useMe } from '../auth/session.ts';
import { AvatarField } from './avatar-field.tsx';

const LABELS = { fullName: 'Name', bio: 'About you' } as const;
const formSchema = z.object({ fullName: fullNameSchema, bio: bioSchema });
type Values = z.infer<typeof formSchema>;

export default function ProfileSettingsPage() {
  useDocumentTitle('Edit profile');
  const me = useMe();
  return (
    <div className="mx-auto w-full max-w-[560px]">
      <PageHeader title="Edit profile" back />
      {me && <ProfileForm me={me} />}
    </div>
  );
}

function ProfileForm({ me }: { me: Me }) {
  const navigate = useNavigate();
  const [fullName, keepFullName] = useKeptText(`profile-name.${me.id}`, me.fullName);
  const [bio, keepBio] = useKeptText(`profile-bio.${me.id}`, me.bio);
  const { register, handleSubmit, setError, formState } = useForm<Values>({
    resolver: zodResolver(formSchema),
    mode: 'onTouched',
    defaultValues: { fullName, bio },
  });
  const save = useMutation({
    mutationFn: (values: Values) => api.patch<Me>('/users/me', values),
    onSuccess: async (changed) => {
      keepFullName(me.fullName);
      keepBio(me.bio);
      updateMe(changed);
      notify('Profile saved.');
      await navigate({ to: '/@{$username}', params: { username: changed.username } });
    },
    onError: (error) => {
      const { fields, form } = fieldErrorsOf(error, LABELS);
      for (const [field, message] of Object.entries(fields)) setError(field as keyof Values, { message });
      if (form) setError('root', { message: form });
    },
  });
  const message = (field: keyof Values) => {
    const text = formState.errors[field]?.message;
    return text ? asSentence(LABELS[field], text) : undefined;
  };
  return (
    <form
      noValidate
      onSubmit={handleSubmit((values) => save.mutate(values))}
      className="flex flex-col gap-5 px-4 pb-16 pt-4 sm:px-0"
    >
      <AvatarField me={me} />
      <TextField
        label={LABELS.fullName}
        autoComplete="name"
        error={message('fullName')}
        {...register('fullName', { onChange: (event) => keepFullName(event.target.value) })}
      />
      <TextAreaField
        label={LABELS.bio}
        rows={4}
        error={message('bio')}
        aside={<CharacterCount length={countCharacters(bio)} max={BIO_MAX} />}
        {...register('bio', { onChange: (event) => keepBio(event.target.value) })}
      />
      <FormError message={formState.errors.root?.message} />
      <Button
        type="submit"
        className="self-end"
        busy={save.isPending}
        disabled={fullName === me.fullName && bio === me.bio}
      >
        Save
      </Button>
    </form>
  );
}
