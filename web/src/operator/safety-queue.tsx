import type { OpenReport, SafetyAppeal } from '@reverie-motion/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { clipQuery } from '../data/clips.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { pictureQuery } from '../motion-sheet/data.ts';
import { Problem } from '../parts/problem.tsx';
import { agoInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';
import { OperatorSection } from './operator-section.tsx';

const QUERY_KEY = ['operator', 'safety-queue'];
const LOOK_AGAIN_MILLISECONDS = 30_000;

/** What waits for a human: objections to refusals, and reports of what others show. The most urgent come first. */
export function SafetyQueue() {
  const { data: queue, isError } = useQuery({
    queryKey: QUERY_KEY,
    queryFn: ({ signal }) => reverie.admin.safetyQueue({ signal }),
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
  });
  const isEmpty = queue?.appeals.length === 0 && queue.reports.length === 0;
  return (
    <OperatorSection title={t('operator.safety')} isLoading={queue === undefined} isBroken={isError}>
      {isEmpty ? (
        <p className="text-ink2">{t('operator.safety.none')}</p>
      ) : (
        <ul className="grid gap-3">
          {queue?.reports.map((report) => (
            <ReportCard key={report.id} report={report} />
          ))}
          {queue?.appeals.map((appeal) => (
            <AppealCard key={appeal.decisionId} appeal={appeal} />
          ))}
        </ul>
      )}
    </OperatorSection>
  );
}

function ReportCard({ report }: { report: OpenReport }) {
  const { id, kind, subject, words, contact, receivedAt, dueAt, isOverdue } = report;
  return (
    <Case
      title={t(`operator.report.${kind}`, { what: t(`operator.subject.${subject.kind}`) })}
      urgency={
        dueAt === null ? undefined : { words: t('operator.due', { when: whole.format(new Date(dueAt)) }), isOverdue }
      }
      shown={<Shown kind={subject.kind} id={subject.id} />}
      yes={{ words: t('operator.take-down'), rule: (note) => reverie.admin.decideReport(id, { takeDown: true, note }) }}
      no={{ words: t('operator.leave'), rule: (note) => reverie.admin.decideReport(id, { takeDown: false, note }) }}
    >
      <p className="whitespace-pre-wrap">{words}</p>
      <p className="text-ink2 text-small">
        {agoInWords(receivedAt, new Date())}
        {contact !== '' && ` · ${contact}`}
      </p>
    </Case>
  );
}

function AppealCard({ appeal }: { appeal: SafetyAppeal }) {
  const { decisionId, code, step, motion, customText, words, askedAt, pictureId, clipId, evidence } = appeal;
  const rule = (overturn: boolean) => (note: string) => reverie.admin.decideAppeal(decisionId, { overturn, note });
  return (
    <Case
      title={t('operator.appeal', { code })}
      shown={
        pictureId !== null ? (
          <Shown kind="picture" id={pictureId} />
        ) : (
          clipId !== null && <Shown kind="clip" id={clipId} />
        )
      }
      yes={{ words: t('operator.overturn'), rule: rule(true) }}
      no={{ words: t('operator.keep'), rule: rule(false) }}
    >
      <p>{customText === null ? t('operator.appeal.motion', { motion }) : `“${customText}”`}</p>
      {words !== '' && <p className="whitespace-pre-wrap text-ink2">{t('operator.appeal.words', { words })}</p>}
      <p className="text-ink2 text-small">
        {t(`operator.step.${step}`)} · {agoInWords(askedAt, new Date())}
      </p>
      <details className="text-small">
        <summary className="min-h-8 w-fit text-lamp">{t('operator.evidence')}</summary>
        <pre className="overflow-x-auto whitespace-pre-wrap break-all rounded-small bg-sunken p-3">
          {JSON.stringify(evidence, null, 2)}
        </pre>
      </details>
    </Case>
  );
}

const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

interface Verdict {
  readonly words: string;
  readonly rule: (note: string) => Promise<unknown>;
}

/** One thing to decide: what it is about, a note for those who look later, and the two answers there are. */
function Case({
  title,
  urgency,
  shown,
  yes,
  no,
  children,
}: {
  title: string;
  urgency?: { readonly words: string; readonly isOverdue: boolean } | undefined;
  shown: ReactNode;
  yes: Verdict;
  no: Verdict;
  children: ReactNode;
}) {
  const [note, setNote] = useState('');
  const decide = useMutation({
    mutationFn: ({ rule }: Verdict) => rule(note.trim()),
    onSettled: () => queries.invalidateQueries({ queryKey: QUERY_KEY }),
  });
  return (
    <li className="card grid gap-4 p-4 rail:grid-cols-[8rem_minmax(0,1fr)]">
      <div className="w-32">{shown}</div>
      <div className="grid content-start gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{title}</span>
          {urgency && <span className={`chip ${urgency.isOverdue ? 'text-bad!' : ''}`}>{urgency.words}</span>}
        </p>
        {children}
        <label className="grid gap-1 pt-2">
          <span className="font-medium text-small">{t('operator.note')}</span>
          <input
            className="field"
            maxLength={2000}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
        {decide.isError && <Problem error={decide.error} />}
        <div className="flex flex-wrap gap-2">
          {[yes, no].map((verdict) => (
            <button
              key={verdict.words}
              type="button"
              className="button button-plain button-small min-h-11"
              disabled={decide.isPending}
              onClick={() => decide.mutate(verdict)}
            >
              {verdict.words}
            </button>
          ))}
        </div>
      </div>
    </li>
  );
}

/** What a case is about, as people see it. */
function Shown({ kind, id }: { kind: OpenReport['subject']['kind']; id: string }) {
  if (kind === 'clip') return <ShownClip id={id} />;
  return kind === 'picture' ? <ShownPicture id={id} /> : <ShownMoment id={id} />;
}

const LOOK = 'block max-h-44 w-full rounded-medium bg-sunken object-contain';

function ShownPicture({ id }: { id: string }) {
  const { data: picture } = useQuery(pictureQuery(id));
  if (picture === undefined) return <Gone />;
  const { url, widthPixels, heightPixels, description } = picture;
  return (
    <img
      className={LOOK}
      src={url}
      width={widthPixels}
      height={heightPixels}
      alt={description || t('picture.undescribed')}
    />
  );
}

function ShownClip({ id }: { id: string }) {
  const { data: clip } = useQuery(clipQuery(id));
  if (clip?.file == null) return <Gone />;
  const { url, posterUrl, widthPixels, heightPixels } = clip.file;
  return (
    <video
      className={LOOK}
      src={url}
      poster={posterUrl}
      width={widthPixels}
      height={heightPixels}
      muted
      loop
      playsInline
      controls
      preload="none"
      aria-label={t('gallery.clip')}
    />
  );
}

function ShownMoment({ id }: { id: string }) {
  const { data: moment } = useQuery({
    queryKey: ['moment', id],
    queryFn: ({ signal }) => reverie.moments.get(id, { signal }),
  });
  if (moment === undefined) return <Gone />;
  const [first] = moment.attachments;
  return (
    <div className="grid gap-2">
      {first?.picture && <ShownPicture id={first.picture.id} />}
      {first?.clip && <ShownClip id={first.clip.id} />}
      <p className="line-clamp-6 font-voice text-small">{moment.body}</p>
    </div>
  );
}

const Gone = () => <p className="text-ink2 text-small">{t('operator.not-there')}</p>;
