import '../words/later-words.ts';
import type { Refusal } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { reverie } from '../data/service.ts';
import { Icon } from '../parts/icon.tsx';
import { Problem } from '../parts/problem.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { t } from '../words/words.ts';
import { refusalsChanged, useRefusal } from './refusals.ts';

/** Where one objects to a refusal, and reads what became of it. */
export function Review({ of }: { of: Parameters<typeof useRefusal>[0] }) {
  const refusal = useRefusal(of);
  return refusal === undefined ? null : <ReviewOf refusal={refusal} />;
}

/** The same for a refusal that is known. There is one review of each, by a person. */
export function ReviewOf({ refusal: { id, appeal } }: { refusal: Refusal }) {
  const [isWriting, setIsWriting] = useState(false);
  if (appeal !== 'none') {
    return (
      <p className="flex items-start gap-2 text-small" role="status">
        <span className={appeal === 'overturned' ? 'text-good' : 'text-note'}>
          <Icon name={appeal === 'open' ? 'bell' : 'check'} sizePixels={16} />
        </span>
        {t(`review.${appeal}`)}
      </p>
    );
  }
  if (isWriting) return <ReviewForm decisionId={id} />;
  return (
    <button type="button" className="button button-plain button-small" onClick={() => setIsWriting(true)}>
      {t('review.ask')}
    </button>
  );
}

function ReviewForm({ decisionId }: { decisionId: string }) {
  const [words, setWords] = useState('');
  const send = useMutation({
    mutationFn: () => reverie.safety.appeal(decisionId, words.trim()),
    onSettled: refusalsChanged,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="grid w-full gap-2" onSubmit={submit}>
      <WordsField label={t('review.words')} rows={2} value={words} onChange={setWords} />
      {send.isError && <Problem error={send.error} />}
      <button type="submit" className="button button-plain button-small justify-self-start" disabled={send.isPending}>
        {t('review.send')}
      </button>
    </form>
  );
}
