import type { Clip } from '@reverie-motion/client';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { GalleryTab } from '../data/gallery-tabs.ts';
import { t } from '../words/words.ts';
import { GalleryCell } from './gallery-cell.tsx';
import { useGalleryItems } from './use-gallery-items.ts';

const GAP_PIXELS = 8;
const NARROWEST_CELL_PIXELS = 150;
const FEWEST_COLUMNS = 3;

/**
 * A grid of thousands: only rows in view exist, and where a row stands is computed, not measured. Arrows, Home and End walk it;
 * one cell is in the order of Tab. What is not loaded yet has its place.
 */
export function GalleryGrid({
  characterId,
  show,
  total,
  name,
  onDrag,
}: {
  characterId: string;
  show: GalleryTab;
  total: number;
  name: string;
  /** A clip is dragged, or not any more. */
  onDrag: (clip: Clip | undefined) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const size = useSize(list);
  const [current, setCurrent] = useState(0);
  const columns = Math.max(FEWEST_COLUMNS, Math.floor(size.widthPixels / (NARROWEST_CELL_PIXELS + GAP_PIXELS)));
  const cellPixels = (size.widthPixels - GAP_PIXELS * (columns - 1)) / columns;
  const rowPixels = (cellPixels * 4) / 3 + GAP_PIXELS;
  const rowCount = Math.ceil(total / columns);
  const rows = useWindowVirtualizer({
    count: size.widthPixels === 0 ? 0 : rowCount,
    estimateSize: () => rowPixels,
    scrollMargin: size.topPixels,
    overscan: 2,
  });
  useEffect(() => rows.measure(), [rows, rowPixels]);
  const shown = rows.getVirtualItems();
  const lastIndex = Math.min(total, ((shown.at(-1)?.index ?? 0) + 1) * columns) - 1;
  const itemAt = useGalleryItems(characterId, show, (shown[0]?.index ?? 0) * columns, lastIndex);
  const focusWhenThere = useFocusWhenThere(list);

  const walk = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]?.({ current, columns, last: total - 1, isRtl: isRightToLeft(list.current) });
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(total - 1, Math.max(0, step));
    setCurrent(next);
    rows.scrollToIndex(Math.floor(next / columns));
    focusWhenThere(next);
  };

  return (
    <div
      ref={list}
      role="grid"
      aria-label={t('gallery.title')}
      aria-rowcount={rowCount}
      aria-colcount={columns}
      className="relative"
      style={{ blockSize: `${Math.max(0, rows.getTotalSize() - GAP_PIXELS)}px` }}
      onKeyDown={walk}
    >
      {shown.map(({ index: row, start }) => (
        // biome-ignore lint/a11y/useFocusableInteractive: its cells are
        <div
          key={row}
          role="row"
          aria-rowindex={row + 1}
          className="absolute inset-x-0 top-0 grid"
          style={{
            gap: `${GAP_PIXELS}px`,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            transform: `translateY(${start - size.topPixels}px)`,
          }}
        >
          {Array.from({ length: Math.min(columns, total - row * columns) }, (_, column) => row * columns + column).map(
            (index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the link in it is
              <div key={index} role="gridcell" data-index={index} onFocus={() => setCurrent(index)}>
                <GalleryCell item={itemAt(index)} name={name} tabIndex={index === current ? 0 : -1} onDrag={onDrag} />
              </div>
            ),
          )}
        </div>
      ))}
    </div>
  );
}

/** How wide the grid is, and how far below the top of the page it begins. */
function useSize(list: { readonly current: HTMLElement | null }) {
  const [size, setSize] = useState({ widthPixels: 0, topPixels: 0 });
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const measure = (): void => {
      const { width, top } = element.getBoundingClientRect();
      const next = { widthPixels: width, topPixels: top + window.scrollY };
      setSize((now) => (now.widthPixels === next.widthPixels && now.topPixels === next.topPixels ? now : next));
    };
    measure();
    // what stands above it may grow, too
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return size;
}

interface Place {
  readonly current: number;
  readonly columns: number;
  readonly last: number;
  readonly isRtl: boolean;
}

const STEPS: Readonly<Record<string, (place: Place) => number>> = {
  ArrowRight: ({ current, isRtl }) => current + (isRtl ? -1 : 1),
  ArrowLeft: ({ current, isRtl }) => current - (isRtl ? -1 : 1),
  ArrowDown: ({ current, columns }) => current + columns,
  ArrowUp: ({ current, columns }) => current - columns,
  Home: () => 0,
  End: ({ last }) => last,
};

const isRightToLeft = (element: Element | null): boolean =>
  element !== null && getComputedStyle(element).direction === 'rtl';

/** Gives the focus to a cell as soon as it exists: it may stand elsewhere, and its page may still be on its way. */
function useFocusWhenThere(list: { readonly current: HTMLElement | null }): (index: number) => void {
  const wanted = useRef<number>(undefined);
  const tryNow = (): void => {
    const cell = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] [data-cell]`);
    if (!cell) return;
    wanted.current = undefined;
    cell.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (wanted.current !== undefined) tryNow();
  });
  return (index) => {
    wanted.current = index;
    requestAnimationFrame(tryNow);
  };
}
