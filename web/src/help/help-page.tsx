import '../words/later-words.ts';
import { useQuery } from '@tanstack/react-query';
import { sheetQuery } from '../motion-sheet/data.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { t, type WordKey } from '../words/words.ts';

/** Lists of the page, each in the order in which they are read. */
const LISTS: readonly { readonly title: WordKey; readonly lines: readonly WordKey[] }[] = [
  { title: 'help.where', lines: ['help.where.chats', 'help.where.profiles', 'help.where.moments'] },
  { title: 'help.best', lines: ['help.best.portraits', 'help.best.mid-range', 'help.best.backgrounds'] },
  { title: 'help.worst', lines: ['help.worst.action', 'help.worst.crowd', 'help.worst.dark'] },
  {
    title: 'help.cannot',
    lines: ['help.cannot.speech', 'help.cannot.length', 'help.cannot.audio', 'help.cannot.nsfw'],
  },
  { title: 'help.tips', lines: ['help.tips.best', 'help.tips.subtle', 'help.tips.reuse', 'help.tips.share'] },
];

/** What clips are, what suits them, and what they cannot do. */
export function HelpPage() {
  usePageTitle(t('nav.help'));
  const { data: sheet } = useQuery(sheetQuery);
  return (
    <div className="mx-auto grid max-w-180 gap-10 px-4 py-8 rail:px-10 rail:py-12">
      <header className="grid gap-3">
        <h1 className="text-display rail:text-hero">{t('help.title')}</h1>
        <p className="font-voice text-voice">{t('help.intro')}</p>
        <p className="text-ink2">{t('help.cost')}</p>
      </header>
      <section className="grid gap-3" aria-labelledby="motions-title">
        <h2 id="motions-title" className="text-title">
          {t('help.motions')}
        </h2>
        <dl className="card divide-y divide-line">
          {sheet?.motions.map(({ id }) => (
            <div key={id} className="grid gap-1 p-4 rail:grid-cols-2">
              <dt className="font-medium">{t(`motion.${id}`)}</dt>
              <dd className="text-ink2">{t(`motion.${id}.best-for`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="grid gap-3" aria-labelledby="custom-title">
        <h2 id="custom-title" className="text-title">
          {t('help.custom')}
        </h2>
        <p>{t('help.custom.advice')}</p>
        <ul className="grid gap-2">
          {sheet?.customText.examples.map((example) => (
            <li key={example} className="border-lamp border-s-2 ps-4 font-voice text-voice">
              {example}
            </li>
          ))}
        </ul>
      </section>
      {LISTS.map(({ title, lines }) => (
        <section key={title} className="grid gap-3">
          <h2 className="text-title">{t(title)}</h2>
          <ul className="grid list-disc gap-1.5 ps-5">
            {lines.map((line) => (
              <li key={line}>{t(line)}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
