import type { Character, Clip, Picture } from '@reverie-motion/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { clipTitle } from '../clip/clip-words.ts';
import { charactersQuery } from '../data/chats.ts';
import { galleryPageQuery } from '../data/gallery.ts';
import { momentsQuery } from '../data/moments.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { Problem } from '../parts/problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { showToast } from '../shell/toast-list.ts';
import { t } from '../words/words.ts';

type Poster = Pick<Character, 'id' | 'name'>;
type Chosen = { readonly clip: Clip } | { readonly picture: Picture };

/** Lets a character of one's own share a few words with a picture or a clip of its gallery. */
export function PostSheet({
  character: first,
  clip,
  onClose,
}: {
  character: Poster;
  clip?: Clip;
  onClose: () => void;
}) {
  const { data: characters } = useQuery(charactersQuery);
  const mine = characters?.filter(({ isMine }) => isMine) ?? [];
  const [character, setCharacter] = useState(first);
  const [body, setBody] = useState('');
  const [chosen, setChosen] = useState<Chosen | undefined>(clip && { clip });
  // the same words sent twice, because the first answer was lost, are one moment
  const key = useRef(crypto.randomUUID());
  const post = useMutation({
    mutationFn: () => postMoment(character.id, body.trim(), chosen, key.current),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: momentsQuery.queryKey });
      showToast({ sentence: t('moments.posted'), tone: 'good' });
      onClose();
    },
  });
  const isEmpty = body.trim() === '' && chosen === undefined;
  const footer = (
    <button
      type="button"
      className="button button-lamp w-full"
      disabled={isEmpty || post.isPending}
      onClick={() => post.mutate()}
    >
      {t('moments.post')}
    </button>
  );
  return (
    <Sheet
      title={t('moments.new-of', { name: character.name })}
      subtitle={t('moments.everybody')}
      footer={footer}
      onClose={onClose}
    >
      <div className="grid gap-4 p-5">
        {post.isError && <Problem error={post.error} />}
        {clip === undefined && mine.length > 1 && (
          <label className="grid gap-1">
            <span className="font-medium text-small">{t('moments.who')}</span>
            <select
              className="field"
              value={character.id}
              onChange={(event) => {
                const next = mine.find(({ id }) => id === event.currentTarget.value);
                if (next === undefined) return;
                setCharacter(next);
                setChosen(undefined);
              }}
            >
              {mine.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <WordsField label={t('moments.words')} rows={3} value={body} onChange={setBody} />
        <ChoiceOfGallery characterId={character.id} name={character.name} chosen={chosen} onChoose={setChosen} />
      </div>
    </Sheet>
  );
}

const idOf = (chosen: Chosen): string => ('clip' in chosen ? chosen.clip.id : chosen.picture.id);

function ChoiceOfGallery({
  characterId,
  name,
  chosen,
  onChoose,
}: {
  characterId: string;
  name: string;
  chosen: Chosen | undefined;
  onChoose: (chosen: Chosen) => void;
}) {
  const { data } = useQuery(galleryPageQuery(characterId, 'all', 0));
  const choices = (data?.items ?? []).flatMap(({ picture, clip }): Chosen[] => {
    if (picture !== null) return picture.visibility === 'public' ? [{ picture }] : [];
    return clip?.file && clip.visibility === 'public' ? [{ clip }] : [];
  });
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 font-medium text-small">{t('moments.attach')}</legend>
      <div className="grid grid-cols-4 gap-2">
        {choices.map((choice) => (
          <label
            key={idOf(choice)}
            className="option relative block aspect-3/4 cursor-pointer overflow-hidden rounded-medium bg-sunken has-checked:outline-3 has-checked:outline-lamp has-focus-visible:outline-3"
          >
            <input
              type="radio"
              name="attached"
              className="sr-only"
              checked={chosen !== undefined && idOf(chosen) === idOf(choice)}
              onChange={() => onChoose(choice)}
            />
            <ChoicePicture choice={choice} name={name} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function ChoicePicture({ choice, name }: { choice: Chosen; name: string }) {
  const isClip = 'clip' in choice;
  const src = isClip ? choice.clip.file?.smallPosterUrl : choice.picture.smallUrl;
  const words = isClip ? `${t('gallery.clip')}: ${clipTitle(choice.clip, name)}` : choice.picture.description;
  return (
    <img
      className="size-full object-cover"
      src={src}
      alt={words === '' ? t('picture.undescribed') : words}
      loading="lazy"
    />
  );
}

function postMoment(characterId: string, body: string, chosen: Chosen | undefined, idempotencyKey: string) {
  const attached =
    chosen === undefined ? {} : 'clip' in chosen ? { clipIds: [chosen.clip.id] } : { pictureIds: [chosen.picture.id] };
  return reverie.moments.post({ characterId, body, ...attached }, { idempotencyKey });
}
