import '../words/later-words.ts';
import type { FacePoints, Picture } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { adviceQuery, pictureQuery } from '../motion-sheet/data.ts';
import { Problem } from '../parts/problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { announce } from '../shell/announce.ts';
import { t } from '../words/words.ts';

type Part = keyof FacePoints;
type Point = FacePoints[Part];

const PARTS: readonly Part[] = ['eyeLeft', 'eyeRight', 'noseTip', 'mouth', 'chin'];
/** A face in the upper middle, to be moved to its place. */
const FIRST: FacePoints = {
  eyeLeft: { x: 0.4, y: 0.36 },
  eyeRight: { x: 0.6, y: 0.36 },
  noseTip: { x: 0.5, y: 0.45 },
  mouth: { x: 0.5, y: 0.54 },
  chin: { x: 0.5, y: 0.64 },
};
/** How far an arrow key moves a point; ten times as far with Shift. */
const STEP = 0.004;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** Eyes, nose, mouth and chin on the picture, to be drawn to where they are: by finger, mouse or arrow keys. */
export function FacePointsSheet({ picture, onClose }: { picture: Picture; onClose: () => void }) {
  const [points, setPoints] = useState<FacePoints>(picture.facePoints ?? FIRST);
  const save = useMutation({
    mutationFn: async (placed: FacePoints | null) => {
      if (placed === null) await reverie.pictures.forgetFace(picture.id);
      else await reverie.pictures.placeFace(picture.id, placed);
    },
    onSuccess: async () => {
      announce(t('face.saved'));
      onClose();
      for (const { queryKey } of [pictureQuery(picture.id), adviceQuery(picture.id)])
        await queries.invalidateQueries({ queryKey });
    },
  });
  const move = (part: Part, { x, y }: Point): void =>
    setPoints((now) => ({ ...now, [part]: { x: within(x), y: within(y) } }));
  return (
    <Sheet
      title={t('face.title')}
      subtitle={t('face.subtitle')}
      onClose={onClose}
      footer={
        <div className="flex flex-wrap justify-between gap-3">
          <button
            type="button"
            className="button button-quiet"
            disabled={save.isPending || picture.facePoints === null}
            onClick={() => save.mutate(null)}
          >
            {t('face.forget')}
          </button>
          <button
            type="button"
            className="button button-lamp"
            disabled={save.isPending}
            onClick={() => save.mutate(points)}
          >
            {t('face.save')}
          </button>
        </div>
      }
    >
      <div className="grid gap-3 p-5">
        {save.isError && <Problem error={save.error} />}
        <Board picture={picture} points={points} onMove={move} />
      </div>
    </Sheet>
  );
}

interface BoardProps {
  readonly picture: Picture;
  readonly points: FacePoints;
  readonly onMove: (part: Part, to: Point) => void;
}

function Board({ picture, points, onMove }: BoardProps) {
  const board = useRef<HTMLDivElement>(null);
  const dragTo = (part: Part, { clientX, clientY }: PointerEvent): void => {
    const place = board.current?.getBoundingClientRect();
    if (place === undefined) return;
    onMove(part, { x: (clientX - place.left) / place.width, y: (clientY - place.top) / place.height });
  };
  const step = (part: Part, event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    const size = event.shiftKey ? 10 * STEP : STEP;
    onMove(part, { x: points[part].x + arrow[0] * size, y: points[part].y + arrow[1] * size });
  };
  return (
    <div ref={board} className="relative mx-auto w-fit touch-none select-none">
      <img
        src={picture.url}
        width={picture.widthPixels}
        height={picture.heightPixels}
        alt={picture.description}
        draggable={false}
        className="block h-auto max-h-[60vh] w-auto max-w-full rounded-medium"
      />
      {PARTS.map((part) => (
        <button
          key={part}
          type="button"
          className="-translate-1/2 absolute grid size-11 cursor-grab touch-none place-items-center rounded-full focus-visible:outline-2 focus-visible:outline-lamp"
          style={{ left: `${100 * points[part].x}%`, top: `${100 * points[part].y}%` }}
          aria-label={t(`face.${part}`)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && dragTo(part, event)}
          onKeyDown={(event) => step(part, event)}
        >
          <span aria-hidden="true" className="size-4 rounded-full border-2 border-line bg-lamp" />
          <span
            aria-hidden="true"
            className={`chip pointer-events-none absolute whitespace-nowrap ${part === 'eyeLeft' ? 'end-9' : 'start-9'}`}
          >
            {t(`face.${part}`)}
          </span>
        </button>
      ))}
    </div>
  );
}
