import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type DemoPerson, demoPeople, signInAsDemo } from '../data/session.ts';
import { Icon } from '../parts/icon.tsx';
import { Mark } from '../shell/navigation.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { t } from '../words/words.ts';
import { AccountForm } from './account-form.tsx';

/** The way in: one tap where the service runs as a demo, an account everywhere else. */
export function SignInPage() {
  usePageTitle(t('nav.sign-in'));
  const { data: people } = useQuery({ queryKey: ['demo'], queryFn: ({ signal }) => demoPeople(signal) });
  return (
    <div className="mx-auto grid min-h-dvh max-w-112 content-center gap-10 px-5 py-12">
      <header className="grid gap-3">
        <span className="text-lamp">
          <Mark sizePixels={44} />
        </span>
        <h1 className="text-hero">{t('sign-in.title')}</h1>
        <p className="font-voice text-ink2 text-voice">{t('sign-in.subtitle')}</p>
      </header>
      {people !== undefined && people.length > 0 && <DemoChoice people={people} />}
      {people === undefined || people.length === 0 ? (
        <AccountForm />
      ) : (
        <details>
          <summary className="link w-fit">{t('sign-in.own-account')}</summary>
          <div className="pt-6">
            <AccountForm />
          </div>
        </details>
      )}
    </div>
  );
}

/** Goes where one wanted to go before one was asked who one is. */
export function useEnter(): () => void {
  const router = useRouter();
  const { after } = useSearch({ from: '/sign-in' });
  return () => router.history.replace(after ?? '/');
}

function DemoChoice({ people }: { people: readonly DemoPerson[] }) {
  const enter = useEnter();
  const choose = useMutation({ mutationFn: ({ as }: DemoPerson) => signInAsDemo(as), onSuccess: enter });
  return (
    <section className="grid gap-3" aria-labelledby="demo-title">
      <h2 id="demo-title" className="font-sans font-bold text-base">
        {t('sign-in.demo')}
      </h2>
      {people.map((person) => (
        <button
          key={person.as}
          type="button"
          className="card flex items-center gap-4 p-4 text-start hover:border-lamp hover:bg-glow"
          disabled={choose.isPending}
          onClick={() => choose.mutate(person)}
        >
          <span
            className="grid size-11 flex-none place-items-center rounded-full bg-glow font-voice text-lamp text-title"
            aria-hidden="true"
          >
            {person.name.slice(0, 1)}
          </span>
          <span className="grid grow">
            <span className="font-medium font-voice text-voice">{person.name}</span>
            <span className="text-ink2 text-small">{person.description}</span>
          </span>
          <span className="-scale-x-100 text-ink2 rtl:scale-x-100">
            <Icon name="back" />
          </span>
        </button>
      ))}
      {choose.isError && (
        <p role="alert" className="text-bad">
          {choose.error.message}
        </p>
      )}
    </section>
  );
}
