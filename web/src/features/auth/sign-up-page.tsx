import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type FieldErrors, useForm } from 'react-hook-form';
import { PASSWORD_MIN } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { AuthLayout } from './auth-layout.tsx';
import type { RegisterValues } from './authenticate.ts';
import { asSentence, fieldErrorsOf } from './field-errors.ts';
import { FormError } from './form-error.tsx';
import { PasswordField } from './password-field.tsx';
import { beginSession } from './session.ts';
import { useSignUp } from './use-sign-up.ts';

const LABELS = { username: 'Username', email: 'E-mail', fullName: 'Name', password: 'Password' } as const;
/** The rules travel while one types; the first check waits for them if it must. */
const loadResolver = () => import('./sign-up-resolver.ts');

type Field = keyof typeof LABELS;

function messageOf(errors: FieldErrors<RegisterValues>, field: Field): string | undefined {
  const message = errors[field]?.message;
  return message ? asSentence(LABELS[field], message) : undefined;
}

export default function SignUpPage() {
  useDocumentTitle('Create an account');
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/signup' });
  const signUp = useSignUp();
  const { register, handleSubmit, setError, formState } = useForm<RegisterValues>({
    resolver: async (...form) => (await loadResolver()).signUpResolver(...form),
    mode: 'onTouched',
    defaultValues: { username: '', email: '', fullName: '', password: '' },
  });
  const { errors, isSubmitting } = formState;
  useEffect(() => void loadResolver(), []);

  const submit = handleSubmit(async (values) => {
    try {
      beginSession(await signUp(values));
      await navigate({ to: next ?? '/', replace: true });
    } catch (error) {
      const found = fieldErrorsOf(error, LABELS);
      for (const [field, message] of Object.entries(found.fields))
        setError(field as Field, { message }, { shouldFocus: true });
      if (found.form) setError('root', { message: found.form });
    }
  });

  return (
    <AuthLayout
      title="Create an account"
      footer={
        <>
          Have one already?{' '}
          <Link
            to="/login"
            search={next ? { next } : {}}
            className="font-medium text-accent underline-offset-4 hover:underline"
          >
            Log in
          </Link>
        </>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label={LABELS.email}
          type="email"
          autoComplete="email"
          error={messageOf(errors, 'email')}
          {...register('email')}
        />
        <TextField
          label={LABELS.fullName}
          hint="Shown beside your photos. You can leave it empty."
          autoComplete="name"
          error={messageOf(errors, 'fullName')}
          {...register('fullName')}
        />
        <TextField
          label={LABELS.username}
          hint="Letters, digits, dots and underscores."
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={messageOf(errors, 'username')}
          {...register('username')}
        />
        <PasswordField
          label={LABELS.password}
          hint={`At least ${PASSWORD_MIN} characters.`}
          autoComplete="new-password"
          error={messageOf(errors, 'password')}
          {...register('password')}
        />
        <FormError message={errors.root?.message} />
        <Button type="submit" size="large" busy={isSubmitting} className="mt-2">
          Create account
        </Button>
      </form>
    </AuthLayout>
  );
}
