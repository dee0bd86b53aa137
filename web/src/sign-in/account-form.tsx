import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { signIn, signUp } from '../data/session.ts';
import { t } from '../words/words.ts';
import { useEnter } from './sign-in-page.tsx';

const SHORTEST_PASSWORD_CHARACTERS = 8;

/** E-mail and password, to come in or to make an account. */
export function AccountForm() {
  const enter = useEnter();
  const [isNew, setIsNew] = useState(false);
  const submit = useMutation({
    mutationFn: (form: FormData) => {
      const text = (name: string): string => String(form.get(name) ?? '');
      const account = { email: text('email'), password: text('password') };
      return isNew ? signUp({ ...account, name: text('name') }) : signIn(account);
    },
    onSuccess: enter,
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        submit.mutate(new FormData(event.currentTarget));
      }}
    >
      {isNew && <Field name="name" label={t('sign-in.name')} type="text" autoComplete="name" />}
      <Field name="email" label={t('sign-in.email')} type="email" autoComplete="email" />
      <Field
        name="password"
        label={t('sign-in.password')}
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        minLength={isNew ? SHORTEST_PASSWORD_CHARACTERS : undefined}
      />
      {submit.isError && (
        <p role="alert" className="text-bad">
          {submit.error.message}
        </p>
      )}
      <button type="submit" className="button button-lamp" disabled={submit.isPending}>
        {t(isNew ? 'sign-in.make-account' : 'nav.sign-in')}
      </button>
      <button type="button" className="button button-quiet" onClick={() => setIsNew(!isNew)}>
        {t(isNew ? 'sign-in.have-account' : 'sign-in.no-account')}
      </button>
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password';
  readonly autoComplete: string;
  readonly minLength?: number | undefined;
}

function Field({ label, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input id={id} className="field" required {...input} />
    </div>
  );
}
