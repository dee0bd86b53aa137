import './motion-sheet.css';
import type { Me, MotionSheet, Picture } from '@reverie-motion/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { characterQuery } from '../data/clip-news.ts';
import { LoadError } from '../parts/load-error.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { t } from '../words/words.ts';
import { adviceOnText } from './beats.ts';
import { CustomText } from './custom-text.tsx';
import { pictureQuery, sheetQuery } from './data.ts';
import { EngineChoice } from './engine-choice.tsx';
import { LengthChoice, StrengthChoice } from './length-and-strength.tsx';
import { MotionOptions } from './motion-options.tsx';
import { OrderFooter } from './order-footer.tsx';
import { PictureAdviceCard } from './picture-advice-card.tsx';
import { firstWish, lastMotionOf, type Wish } from './wish.ts';

/** The motion sheet of a picture: how it should move, how long, what it costs. */
export function MotionSheetDialog({ pictureId, me, onClose }: { pictureId: string; me: Me; onClose: () => void }) {
  const sheet = useQuery(sheetQuery);
  const picture = useQuery(pictureQuery(pictureId));
  const character = useQuery({
    ...characterQuery(picture.data?.characterId ?? ''),
    enabled: picture.data !== undefined,
  });
  const name = character.data?.name;
  if (sheet.data && picture.data && name !== undefined) {
    return <LoadedSheet sheet={sheet.data} picture={picture.data} name={name} me={me} onClose={onClose} />;
  }
  const failed = [sheet, picture, character].filter(({ isError }) => isError);
  return (
    <Sheet title={t('sheet.title-unknown')} onClose={onClose}>
      <div className="p-5">
        {failed.length > 0 ? (
          <LoadError
            sentence={t('sheet.not-loaded')}
            onTryAgain={() => failed.forEach(({ refetch }) => void refetch())}
          />
        ) : (
          <div className="skeleton h-80" role="status" aria-label={t('app.loading')} />
        )}
      </div>
    </Sheet>
  );
}

interface LoadedSheetProps {
  readonly sheet: MotionSheet;
  readonly picture: Picture;
  readonly name: string;
  readonly me: Me;
  readonly onClose: () => void;
}

function LoadedSheet({ sheet, picture, name, me, onClose }: LoadedSheetProps) {
  const [wish, setWish] = useState<Wish>(() => firstWish(sheet, lastMotionOf(picture.characterId, sheet.motions)));
  const change = (part: Partial<Wish>): void => setWish((now) => ({ ...now, ...part }));
  const isIncomplete = wish.motion === 'custom' && adviceOnText(wish.customText) === 'empty';
  return (
    <Sheet
      title={t('sheet.title', { name })}
      subtitle={t('sheet.subtitle')}
      picture={
        <img
          className="size-16 rounded-medium bg-sunken object-cover object-[50%_22%]"
          src={picture.url}
          width={picture.widthPixels}
          height={picture.heightPixels}
          alt=""
        />
      }
      footer={
        <OrderFooter
          sheet={sheet}
          wish={wish}
          picture={picture}
          me={me}
          isIncomplete={isIncomplete}
          onClose={onClose}
        />
      }
      onClose={onClose}
    >
      <div className="grid gap-6 p-5">
        <PictureAdviceCard
          pictureId={picture.id}
          motion={wish.motion}
          onChooseMotion={(motion) => change({ motion })}
        />
        <MotionOptions motions={sheet.motions} chosen={wish.motion} onChoose={(motion) => change({ motion })} />
        {wish.motion === 'custom' && (
          <CustomText
            text={wish.customText}
            name={name}
            {...sheet.customText}
            onChange={(customText) => change({ customText })}
          />
        )}
        <div className="grid gap-6">
          <LengthChoice sheet={sheet} wish={wish} onChange={change} />
          <StrengthChoice
            strengths={sheet.strengths}
            chosen={wish.strength}
            onChoose={(strength) => change({ strength })}
          />
        </div>
        <EngineChoice sheet={sheet} wish={wish} onChange={change} />
        <details className="text-ink2 text-small">
          <summary className="min-h-8 w-fit font-medium text-lamp">{t('sheet.limits.title')}</summary>
          <p className="pt-1">{t('sheet.limits.body')}</p>
        </details>
      </div>
    </Sheet>
  );
}
