import type { Picture } from '@reverie-motion/client';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { t } from '../words/words.ts';

/**
 * A picture at its own shape, known before it is loaded, so that nothing jumps, over its small copy, which is there seconds
 * earlier on a slow phone; `children` lie over it.
 */
export function PictureFrame({
  picture: { url, smallUrl, widthPixels, heightPixels, description },
  isDimmed = false,
  isLarge = false,
  children,
}: {
  picture: Pick<Picture, 'url' | 'smallUrl' | 'widthPixels' | 'heightPixels' | 'description'>;
  isDimmed?: boolean;
  /** As large as the window lets it be. */
  isLarge?: boolean;
  children?: ReactNode;
}) {
  const [isBroken, setIsBroken] = useState(false);
  const width = isLarge ? 'frame-large' : widthPixels > heightPixels ? 'max-w-140' : 'max-w-96';
  return (
    <div
      className={`relative w-full overflow-hidden rounded-medium bg-cover bg-sunken ${width}`}
      style={
        {
          aspectRatio: `${widthPixels} / ${heightPixels}`,
          backgroundImage: `url("${smallUrl}")`,
          '--shape': widthPixels / heightPixels,
        } as CSSProperties
      }
    >
      <img
        className={`block size-full object-cover transition-opacity duration-280 ${isDimmed ? 'opacity-80' : ''}`}
        src={url}
        width={widthPixels}
        height={heightPixels}
        alt={description === '' ? t('picture.undescribed') : description}
        decoding="async"
        onError={() => setIsBroken(true)}
      />
      {isBroken && (
        <p className="absolute inset-0 grid place-items-center bg-sunken p-4 text-center text-ink2 text-small">
          {t('picture.broken')}
        </p>
      )}
      {children !== undefined && <div className="absolute inset-0">{children}</div>}
    </div>
  );
}
