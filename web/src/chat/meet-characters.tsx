import type { Character } from '@reverie-motion/client';
import { Link } from '@tanstack/react-router';
import { LoadError } from '../parts/load-error.tsx';
import { t } from '../words/words.ts';

/** Characters one has not talked with, as portraits. */
export function MeetCharacters({
  characters,
  failed,
  onTryAgain,
}: {
  characters: readonly Character[] | undefined;
  failed: boolean;
  onTryAgain: () => void;
}) {
  if (failed && characters === undefined) {
    return <LoadError sentence={t('meet.not-loaded')} onTryAgain={onTryAgain} />;
  }
  if (characters?.length === 0) return null;
  return (
    <section className="grid gap-4" aria-labelledby="meet-title">
      <h2 id="meet-title" className="text-title">
        {t('meet.title')}
      </h2>
      <ul className="grid grid-cols-2 gap-4 rail:grid-cols-3 rail:gap-6 wide:grid-cols-4">
        {characters?.map((character) => (
          <li key={character.id}>
            <Portrait character={character} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Portrait({ character: { id, name, tagline, avatar } }: { character: Character }) {
  return (
    <Link to="/chat/$characterId" params={{ characterId: id }} className="group grid gap-3 rounded-large">
      <span className="block aspect-3/4 overflow-hidden rounded-large bg-sunken">
        {avatar.picture && (
          <img
            className="size-full object-cover transition-transform duration-280 ease-lamp group-hover:scale-102"
            src={avatar.picture.smallUrl}
            srcSet={`${avatar.picture.smallUrl} 320w, ${avatar.picture.url} ${avatar.picture.widthPixels}w`}
            sizes="(min-width: 68rem) 14rem, (min-width: 45rem) 30vw, 45vw"
            width={avatar.picture.widthPixels}
            height={avatar.picture.heightPixels}
            alt=""
            loading="lazy"
            decoding="async"
          />
        )}
      </span>
      <span className="grid px-1">
        <span className="font-medium font-voice text-voice">{name}</span>
        <span className="line-clamp-2 text-ink2 text-small">{tagline}</span>
      </span>
    </Link>
  );
}
