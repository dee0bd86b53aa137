import '../words/later-words.ts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { reverie } from '../data/service.ts';
import { Problem } from '../parts/problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { showToast } from '../shell/toast-list.ts';
import { t } from '../words/words.ts';

export type Reported = Parameters<typeof reverie.safety.report>[0]['subject'];
type Kind = Parameters<typeof reverie.safety.report>[0]['kind'];

const KINDS: readonly Kind[] = ['report', 'takedown'];

/** Tells the operator what is wrong with something that others show. */
export function ReportSheet({ subject, onClose }: { subject: Reported; onClose: () => void }) {
  const [kind, setKind] = useState<Kind>('report');
  const [words, setWords] = useState('');
  const id = useId();
  const send = useMutation({
    mutationFn: () => reverie.safety.report({ kind, subject, words: words.trim(), contact: '' }),
    onSuccess: () => {
      showToast({ sentence: t(`report.sent.${kind}`), tone: 'good' });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Sheet
      title={t(`report.title.${subject.kind}`)}
      subtitle={t('report.subtitle')}
      onClose={onClose}
      footer={
        <button
          type="submit"
          form={id}
          className="button button-lamp w-full"
          disabled={send.isPending || words.trim() === ''}
        >
          {t('report.send')}
        </button>
      }
    >
      <form id={id} className="grid gap-4 p-5" onSubmit={submit}>
        <fieldset className="grid gap-2">
          <legend className="sr-only">{t('report.what')}</legend>
          {KINDS.map((value) => (
            <label key={value} className="choice">
              <input type="radio" name="report-kind" checked={kind === value} onChange={() => setKind(value)} />
              {t(`report.kind.${value}`)}
            </label>
          ))}
        </fieldset>
        <WordsField label={t('report.words')} rows={4} value={words} onChange={setWords} />
        {send.isError && <Problem error={send.error} />}
      </form>
    </Sheet>
  );
}
