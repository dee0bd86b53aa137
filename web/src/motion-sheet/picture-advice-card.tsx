import type { PictureAdvice } from '@reverie-motion/client';
import { useQuery } from '@tanstack/react-query';
import { PlaceFaceButton } from '../face-points/place-face-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';
import { adviceQuery } from './data.ts';
import type { Frame, MotionId, Wish } from './wish.ts';

const LOOKS = {
  great: { icon: 'check', colour: 'text-good' },
  fine: { icon: 'warning', colour: 'text-note' },
  weak: { icon: 'warning', colour: 'text-bad' },
} as const;

/** How well this picture will move, before anything is paid. A weak picture says why by itself. */
export function PictureAdviceCard({
  pictureId,
  wish: { motion, frame },
  onChooseMotion,
  onChooseFrame,
}: {
  pictureId: string;
  wish: Pick<Wish, 'motion' | 'frame'>;
  onChooseMotion: (motion: MotionId) => void;
  onChooseFrame: (frame: Frame) => void;
}) {
  const { data: advice, isError } = useQuery(adviceQuery(pictureId));
  if (isError) return null;
  if (advice === undefined) return <p className="skeleton h-14 p-4 text-ink2 text-small">{t('advice.looking')}</p>;
  const { icon, colour } = LOOKS[advice.level];
  // a closer frame is the mended picture: one tap
  const canCrop = advice.level !== 'great' && advice.frames.some((offered) => offered.frame === 'closer');
  const aboutMotion = advice.notes.filter(({ motions }) => motions?.includes(motion));
  return (
    <div className="grid gap-2">
      <details className="card group" open={advice.level === 'weak'}>
        <summary className="flex min-h-12 items-center gap-3 px-4 py-3 [list-style:none]">
          <span className={colour}>
            <Icon name={icon} />
          </span>
          <span className="grow font-medium">{t(`advice.${advice.level}`)}</span>
          {advice.notes.length > 0 && <span className="text-lamp text-small">{t('advice.why')}</span>}
        </summary>
        <ul className="grid gap-2 px-4 pb-4 ps-12">
          {advice.notes.map((note) => (
            <Note key={note.code} note={note} onChooseMotion={onChooseMotion} />
          ))}
          <li>
            <PlaceFaceButton pictureId={pictureId} noFace={advice.notes.some(({ code }) => code === 'no-face')} />
          </li>
        </ul>
      </details>
      {canCrop && (
        <button
          type="button"
          className="button button-plain button-small justify-self-start"
          onClick={() => onChooseFrame(frame === 'closer' ? 'as-is' : 'closer')}
        >
          <Icon name={frame === 'closer' ? 'check' : 'crop'} sizePixels={16} />
          {t(frame === 'closer' ? 'advice.cropped' : 'advice.crop')}
        </button>
      )}
      {aboutMotion.map(({ code, level, sentence }) => (
        <p key={code} className={`px-1 text-small ${level === 'good' ? 'text-good' : 'text-note'}`}>
          {sentence}
        </p>
      ))}
    </div>
  );
}

function Note({
  note,
  onChooseMotion,
}: {
  note: PictureAdvice['notes'][number];
  onChooseMotion: (motion: MotionId) => void;
}) {
  const { sentence, whatToDo, code } = note;
  return (
    <li className="grid justify-items-start gap-1 text-small">
      <p>{sentence}</p>
      {whatToDo !== null && <p className="text-ink2">{whatToDo}</p>}
      {code === 'no-face' && (
        <button
          type="button"
          className="button button-plain button-small"
          onClick={() => onChooseMotion('gentle-movement')}
        >
          {t('advice.choose', { motion: t('motion.gentle-movement') })}
        </button>
      )}
    </li>
  );
}
