import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { AuthLayout } from './auth-layout.tsx';
import { type LoginValues, logIn } from './authenticate.ts';
import { fieldErrorsOf } from './field-errors.ts';
import { FormError } from './form-error.tsx';
import { PasswordField } from './password-field.tsx';
import { beginSession } from './session.ts';

const LABELS = { login: 'Username or e-mail', password: 'Password' };

export default function LogInPage() {
  useDocumentTitle('Log in');
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/login' });
  const { register, handleSubmit, setError, formState } = useForm<LoginValues>({
    defaultValues: { login: '', password: '' },
  });
  const { errors, isSubmitting } = formState;

  const submit = handleSubmit(async (values) => {
    try {
      beginSession(await logIn(values));
      await navigate({ to: next ?? '/', replace: true });
    } catch (error) {
      const found = fieldErrorsOf(error, LABELS);
      for (const [field, message] of Object.entries(found.fields))
        setError(field as keyof LoginValues, { message }, { shouldFocus: true });
      if (found.form) setError('root', { message: found.form });
    }
  });

  return (
    <AuthLayout
      title="Welcome back"
      footer={
        <>
          New here?{' '}
          <Link
            to="/signup"
            search={next ? { next } : {}}
            className="font-medium text-accent underline-offset-4 hover:underline"
          >
            Create an account
          </Link>
        </>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label={LABELS.login}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.login?.message}
          {...register('login', { required: 'Enter your username or e-mail address.' })}
        />
        <PasswordField
          label={LABELS.password}
          autoComplete="current-password"
          error={errors.password?.message}
          {...register('password', { required: 'Enter your password.' })}
        />
        <FormError message={errors.root?.message} />
        <Button type="submit" size="large" busy={isSubmitting} className="mt-2">
          Log in
        </Button>
      </form>
    </AuthLayout>
  );
}
