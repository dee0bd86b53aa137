import '../words/later-words.ts';
import { useMe } from '../data/me.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { NotFoundPage } from '../shell/whole-page.tsx';
import { t } from '../words/words.ts';
import { Health } from './health.tsx';
import { People } from './people.tsx';
import { Prices } from './prices.tsx';
import { SafetyQueue } from './safety-queue.tsx';
import { Stage } from './stage.tsx';
import { TroubledClips } from './troubled-clips.tsx';

/** What the operator of the service looks after. */
export function OperatorPage() {
  usePageTitle(t('nav.operator'));
  const me = useMe();
  if (me?.role !== 'operator') return <NotFoundPage />;
  return (
    <div className="mx-auto grid max-w-220 gap-12 px-4 py-8 rail:px-10 rail:py-12">
      <h1 className="text-display rail:text-hero">{t('nav.operator')}</h1>
      <Health />
      <Stage stage={me.stage} />
      <SafetyQueue />
      <TroubledClips />
      <People />
      <Prices />
    </div>
  );
}
