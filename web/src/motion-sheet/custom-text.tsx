import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { t } from '../words/words.ts';
import { adviceOnText, beatsIn } from './beats.ts';
import { readingQuery, safetyAdviceQuery } from './data.ts';

const ASK_AFTER_MILLISECONDS = 300;

/** Where one describes a motion in one's own words, and reads at once what will come of them. */
export function CustomText({
  text,
  name,
  mostCharacters,
  examples,
  pictureId,
  engine,
  onChange,
}: {
  text: string;
  name: string;
  pictureId: string;
  engine: string;
  mostCharacters: number;
  examples: readonly string[];
  onChange: (text: string) => void;
}) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = mostCharacters - Array.from(text).length;
  return (
    <div className="grid gap-3">
      <div className="grid gap-2">
        <label htmlFor={id} className="font-bold">
          {t('custom.label')}
        </label>
        <textarea
          id={id}
          ref={field}
          className="field composer"
          rows={2}
          value={text}
          maxLength={mostCharacters}
          placeholder={t('custom.placeholder')}
          aria-describedby={`${id}-advice`}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <div className="flex justify-between gap-4 text-ink2 text-small">
          <TextAdviceView id={`${id}-advice`} text={text} />
          <span>
            <span aria-hidden="true">{left}</span>
            <span className="sr-only">{t('custom.left', { count: left })}</span>
          </span>
        </div>
        <Reading text={text} name={name} pictureId={pictureId} engine={engine} />
      </div>
      <div role="group" className="flex flex-wrap gap-2" aria-label={t('custom.examples')}>
        {examples.map((example) => (
          <button
            key={example}
            type="button"
            className="button button-plain button-small text-start"
            onClick={() => {
              onChange(example);
              field.current?.focus();
            }}
          >
            {example}
          </button>
        ))}
      </div>
    </div>
  );
}

function TextAdviceView({ id, text }: { id: string; text: string }) {
  const advice = adviceOnText(text);
  return (
    <p id={id} className={advice === 'long' || advice === 'speech' ? 'text-bad' : undefined}>
      {t(`custom.advice.${advice}`, { count: beatsIn(text) })}
    </p>
  );
}

/** What the service reads in the text: that it would be refused, and what to change; or what would play, and what not. */
function Reading({ text, name, pictureId, engine }: { text: string; name: string; pictureId: string; engine: string }) {
  const settled = useSettled(text.trim());
  const { data } = useQuery({ ...readingQuery(settled), placeholderData: (before) => before });
  const { data: safety } = useQuery(safetyAdviceQuery(settled, pictureId, engine));
  if (settled === '' || data === undefined) return null;
  if (safety?.allowed === false) {
    return (
      <div className="rounded-medium bg-sunken px-4 py-3 text-small" role="status">
        <p className="font-medium">{safety.sentence}</p>
        <p className="text-ink2">{safety.nextStep}</p>
      </div>
    );
  }
  const { ok, plays, leftOut } = data;
  return (
    <div className="rounded-medium bg-sunken px-4 py-3 text-small" role="status">
      {ok && (
        <p>
          <span className="font-medium">{t('custom.plays', { name })}</span> {plays}
        </p>
      )}
      {leftOut.map((sentence) => (
        <p key={sentence} className="text-ink2">
          {sentence}
        </p>
      ))}
    </div>
  );
}

/** A text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ASK_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
