import type { Picture, PictureAdvice } from '@reverie-motion/client';
import { useQuery } from '@tanstack/react-query';
import { t } from '../words/words.ts';
import { adviceQuery } from './data.ts';
import type { Frame } from './wish.ts';

type Part = Omit<PictureAdvice['frames'][number], 'frame'>;

/** Which part of the picture becomes the clip, each shown as it will be. Nothing to choose where only the whole is worth it. */
export function FrameChoice({
  picture,
  chosen,
  onChoose,
}: {
  picture: Picture;
  chosen: Frame;
  onChoose: (frame: Frame) => void;
}) {
  const { data: advice } = useQuery(adviceQuery(picture.id));
  if (advice === undefined || advice.frames.length === 0) return null;
  const { widthPixels, heightPixels } = picture;
  const whole = { frame: 'as-is', left: 0, top: 0, widthPixels, heightPixels } as const;
  return (
    <fieldset>
      <legend className="pb-2 font-bold">{t('sheet.frame')}</legend>
      <div className="grid grid-cols-4 gap-2">
        {[whole, ...advice.frames].map(({ frame, ...part }) => (
          <label key={frame} className="option flex-col justify-end gap-2! px-1! text-small">
            <input type="radio" name="frame" checked={chosen === frame} onChange={() => onChoose(frame)} />
            <PartOfPicture picture={picture} part={part} />
            <span className="font-medium">{t(`frame.${frame}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** How high the part is shown, in rem. */
const SHOWN_REM = 5;

function PartOfPicture({ picture, part }: { picture: Picture; part: Part }) {
  const scale = SHOWN_REM / Math.max(part.widthPixels, part.heightPixels);
  const rem = (pixels: number): string => `${pixels * scale}rem`;
  return (
    <span
      className="pointer-events-none relative block overflow-hidden rounded-small bg-sunken"
      style={{ inlineSize: rem(part.widthPixels), blockSize: rem(part.heightPixels) }}
    >
      <img
        className="absolute max-w-none"
        style={{
          left: rem(-part.left),
          top: rem(-part.top),
          width: rem(picture.widthPixels),
          height: rem(picture.heightPixels),
        }}
        src={picture.url}
        alt=""
      />
    </span>
  );
}
