import '../words/later-words.ts';
import './motion-sheet.css';
import type { Me, MotionSheet, Picture } from '@reverie-motion/client';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { characterQuery } from '../data/clip-news.ts';
import { LoadError } from '../parts/load-error.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { t } from '../words/words.ts';
import { CustomText } from './custom-text.tsx';
import { pictureQuery, sheetQuery } from './data.ts';
import { EngineChoice } from './engine-choice.tsx';
import { FrameChoice } from './frame-choice.tsx';
import { LengthChoice, StrengthChoice } from './length-and-strength.tsx';
import { MotionOptions } from './motion-options.tsx';
import { OrderFooter } from './order-footer.tsx';
import { PictureAdviceCard } from './picture-advice-card.tsx';
import { engineOf, firstWish, lastMotionOf, type MotionId, type Wish } from './wish.ts';

/** The motion sheet of a picture: how it should move, how long, what it costs. */
export function MotionSheetDialog({ pictureId, me, onClose }: { pictureId: string; me: Me; onClose: () => void }) {
  const sheet = useQuery(sheetQuery);
  const picture = useQuery(pictureQuery(pictureId));
  const character = useQuery({
    ...characterQuery(picture.data?.characterId ?? ''),
    enabled: picture.data !== undefined,
  });
  const [changed, setChanged] = useState<Partial<Wish>>({});
  const change = (part: Partial<Wish>): void => setChanged((now) => ({ ...now, ...part }));
  const name = character.data?.name;
  const wish = useMemo(
    () => sheet.data && picture.data && { ...usualWish(sheet.data, picture.data), ...changed },
    [sheet.data, picture.data, changed],
  );
  const isLoaded = sheet.data && picture.data && name !== undefined && wish;
  const failed = [sheet, picture, character].filter(({ isError }) => isError);
  return (
    <Sheet
      title={name === undefined ? t('sheet.title-unknown') : t('sheet.title', { name })}
      subtitle={t('sheet.subtitle')}
      picture={picture.data && <Thumbnail picture={picture.data} />}
      footer={
        isLoaded && <OrderFooter sheet={sheet.data} wish={wish} picture={picture.data} me={me} onClose={onClose} />
      }
      onClose={onClose}
    >
      {isLoaded ? (
        <Choices sheet={sheet.data} picture={picture.data} name={name} wish={wish} onChange={change} />
      ) : (
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
      )}
    </Sheet>
  );
}

const usualWish = (sheet: MotionSheet, { characterId }: Picture): Wish =>
  firstWish(sheet, lastMotionOf(characterId, sheet.motions));

function Thumbnail({ picture: { smallUrl, widthPixels, heightPixels } }: { picture: Picture }) {
  return (
    <img
      className="size-16 rounded-medium bg-sunken object-cover object-[50%_22%]"
      src={smallUrl}
      width={widthPixels}
      height={heightPixels}
      alt=""
    />
  );
}

interface ChoicesProps {
  readonly sheet: MotionSheet;
  readonly picture: Picture;
  readonly name: string;
  readonly wish: Wish;
  readonly onChange: (part: Partial<Wish>) => void;
}

function Choices({ sheet, picture, name, wish, onChange }: ChoicesProps) {
  const chooseMotion = (motion: MotionId): void => onChange({ motion });
  return (
    <div className="grid gap-6 p-5">
      <PictureAdviceCard
        pictureId={picture.id}
        wish={wish}
        onChooseMotion={chooseMotion}
        onChooseFrame={(frame) => onChange({ frame })}
      />
      <MotionOptions motions={sheet.motions} chosen={wish.motion} onChoose={chooseMotion} />
      {wish.motion === 'custom' && (
        <CustomText
          text={wish.customText}
          name={name}
          pictureId={picture.id}
          engine={engineOf(sheet, wish)?.id ?? ''}
          {...sheet.customText}
          onChange={(customText) => onChange({ customText })}
        />
      )}
      <LengthChoice sheet={sheet} wish={wish} onChange={onChange} />
      <StrengthChoice
        strengths={sheet.strengths}
        chosen={wish.strength}
        onChoose={(strength) => onChange({ strength })}
      />
      <FrameChoice picture={picture} chosen={wish.frame} onChoose={(frame) => onChange({ frame })} />
      <EngineChoice sheet={sheet} wish={wish} onChange={onChange} />
      <details className="text-ink2 text-small">
        <summary className="min-h-8 w-fit font-medium text-lamp">{t('sheet.limits.title')}</summary>
        <p className="pt-1">{t('sheet.limits.body')}</p>
      </details>
    </div>
  );
}
