import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { characterQuery } from '../data/clip-news.ts';
import { pictureQuery } from '../motion-sheet/data.ts';
import { t } from '../words/words.ts';

const FacePointsSheet = lazy(async () => ({ default: (await import('./face-points-sheet.tsx')).FacePointsSheet }));

/** Lets the owner of a picture say where its face is: when none was found, or the wrong one. */
export function PlaceFaceButton({ pictureId, noFace }: { pictureId: string; noFace: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  const { data: picture } = useQuery(pictureQuery(pictureId));
  const { data: character } = useQuery({
    ...characterQuery(picture?.characterId ?? ''),
    enabled: picture !== undefined,
  });
  if (picture === undefined || character?.isMine !== true) return null;
  return (
    <>
      <button type="button" className="button button-plain button-small" onClick={() => setIsOpen(true)}>
        {t(noFace ? 'face.place' : 'face.wrong')}
      </button>
      {isOpen && (
        <Suspense>
          <FacePointsSheet picture={picture} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
