import '../words/later-words.ts';
import type { Settings } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { meQuery, useMe } from '../data/me.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { signOut } from '../data/session.ts';
import { TellMeWhenDone } from '../notifications/tell-me-when-done.tsx';
import { Icon } from '../parts/icon.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { chooseTheme, chosenTheme, type Theme } from '../theme/chosen-theme.ts';
import { t, type WordKey } from '../words/words.ts';

interface Switch {
  readonly name: keyof Settings;
  readonly words: WordKey;
  readonly hint: WordKey;
}

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

const CLIP_SWITCHES: readonly Switch[] = [
  { name: 'autoplay', words: 'settings.autoplay', hint: 'settings.autoplay.hint' },
  { name: 'dataSaver', words: 'settings.data-saver', hint: 'settings.data-saver.hint' },
];

/** What a person decides for themselves; each switch holds at once. */
export function SettingsPage() {
  usePageTitle(t('nav.settings'));
  const me = useMe();
  const navigate = useNavigate();
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => void navigate({ to: '/sign-in' }) });
  if (!me) return null;
  return (
    <div className="mx-auto grid max-w-180 gap-10 px-4 py-8 rail:px-10 rail:py-12">
      <h1 className="text-display rail:text-hero">{t('nav.settings')}</h1>
      <section className="grid gap-3" aria-labelledby="labs-title">
        <h2 id="labs-title" className="text-title">
          {t(me.stage === 'labs' ? 'settings.labs' : 'settings.video')}
        </h2>
        <Toggle name="imageToVideo" words="settings.image-to-video" hint="settings.image-to-video.hint" />
      </section>
      <section className="grid gap-3" aria-labelledby="clips-title">
        <h2 id="clips-title" className="text-title">
          {t('settings.clips')}
        </h2>
        {CLIP_SWITCHES.map((one) => (
          <Toggle key={one.name} {...one} />
        ))}
      </section>
      <section className="grid gap-3" aria-labelledby="notices-title">
        <h2 id="notices-title" className="text-title">
          {t('settings.notices')}
        </h2>
        <Toggle name="notifyWhenReady" words="settings.notify" hint="settings.notify.hint" />
        <div className="-mx-3.5 flex flex-wrap items-center">
          <TellMeWhenDone canBeTurnedOff />
        </div>
      </section>
      <Appearance />
      <section className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-6">
        <p>
          <span className="font-medium">{me.name}</span> <span className="text-ink2">· {me.plan.title}</span>
        </p>
        <div className="flex flex-wrap gap-2">
          <Link to="/refusals" className="button button-quiet">
            {t('refusals.title')}
          </Link>
          <Link to="/help" className="button button-quiet">
            <Icon name="help" /> {t('nav.help')}
          </Link>
          {me.role === 'operator' && (
            <Link to="/operator" className="button button-plain">
              <Icon name="settings" /> {t('nav.operator')}
            </Link>
          )}
          <button
            type="button"
            className="button button-plain"
            disabled={leave.isPending}
            onClick={() => leave.mutate()}
          >
            <Icon name="signOut" /> {t('nav.sign-out')}
          </button>
        </div>
      </section>
    </div>
  );
}

function Toggle({ name, words, hint }: Switch) {
  const me = useMe();
  const change = useMutation({
    mutationFn: (isOn: boolean) => reverie.settings.change({ [name]: isOn }),
    onSuccess: (settings) => queries.setQueryData(meQuery.queryKey, (now) => now && { ...now, settings }),
  });
  if (!me) return null;
  const isOn = change.isPending ? change.variables : me.settings[name];
  return (
    <div className="card grid gap-1 p-4">
      <label className="flex items-center justify-between gap-4">
        <span className="font-medium">{t(words)}</span>
        <input
          type="checkbox"
          role="switch"
          aria-checked={isOn}
          className="switch"
          checked={isOn}
          aria-describedby={`${name}-hint`}
          onChange={(event) => change.mutate(event.currentTarget.checked)}
        />
      </label>
      <p id={`${name}-hint`} className="max-w-120 text-ink2 text-small">
        {t(hint)}
      </p>
      {change.isError && (
        <p role="alert" className="text-bad text-small">
          {t('settings.not-changed')}
        </p>
      )}
    </div>
  );
}

function Appearance() {
  const [theme, setTheme] = useState(chosenTheme());
  return (
    <fieldset className="grid gap-3">
      <legend className="pb-3 font-medium font-voice text-title">{t('settings.appearance')}</legend>
      <div className="segments segments-scroll justify-self-start">
        {THEMES.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="theme"
              checked={theme === value}
              onChange={() => {
                chooseTheme(value);
                setTheme(value);
              }}
            />
            {t(`settings.theme.${value}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
