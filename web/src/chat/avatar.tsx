import type { Character } from '@reverie-motion/client';

const SIZES = { small: 'size-9', medium: 'size-13', large: 'size-24' } as const;

/** A character's face. Beside a name it says nothing of its own; alone it says whose it is. */
export function Avatar({
  character: { avatar, name },
  size = 'medium',
  alone = false,
}: {
  character: Pick<Character, 'avatar' | 'name'>;
  size?: keyof typeof SIZES;
  alone?: boolean;
}) {
  const { picture } = avatar;
  const shape = `${SIZES[size]} flex-none rounded-full bg-sunken object-cover object-[50%_22%]`;
  if (picture === null) {
    return (
      <span className={`${shape} grid place-items-center font-voice text-lamp text-title`} aria-hidden={!alone}>
        {name.slice(0, 1)}
      </span>
    );
  }
  const { smallUrl, widthPixels, heightPixels } = picture;
  return (
    <img
      className={shape}
      src={smallUrl}
      width={widthPixels}
      height={heightPixels}
      alt={alone ? name : ''}
      decoding="async"
    />
  );
}
