import type { GalleryItem } from '@reverie-motion/client';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { GalleryCell } from './gallery-cell.tsx';

const GAP_PIXELS = 8;
const NARROWEST_CELL_PIXELS = 150;
const FEWEST_COLUMNS = 3;
/** The next page is asked for when so many rows are left. */
const ROWS_BEFORE_END = 6;

/**
 * A grid of thousands: only rows in view exist, and where a row stands is computed, not measured. Arrows, Home and End walk it;
 * one cell is in the order of Tab.
 */
export function GalleryGrid({
  items,
  name,
  onNearEnd,
}: {
  items: readonly GalleryItem[];
  name: string;
  onNearEnd: () => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  const [size, setSize] = useState({ widthPixels: 0, topPixels: 0 });
  const [current, setCurrent] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const measure = (): void => {
      const { width, top } = element.getBoundingClientRect();
      setSize({ widthPixels: width, topPixels: top + window.scrollY });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const columns = Math.max(FEWEST_COLUMNS, Math.floor(size.widthPixels / (NARROWEST_CELL_PIXELS + GAP_PIXELS)));
  const cellPixels = (size.widthPixels - GAP_PIXELS * (columns - 1)) / columns;
  const rowPixels = (cellPixels * 4) / 3 + GAP_PIXELS;
  const rows = useWindowVirtualizer({
    count: size.widthPixels === 0 ? 0 : Math.ceil(items.length / columns),
    estimateSize: () => rowPixels,
    scrollMargin: size.topPixels,
    overscan: 2,
  });
  useEffect(() => rows.measure(), [rows, rowPixels]);
  const shown = rows.getVirtualItems();
  const lastRow = shown.at(-1)?.index ?? 0;
  const isNearEnd = (lastRow + ROWS_BEFORE_END) * columns >= items.length;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  });

  const walk = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]?.({ current, columns, last: items.length - 1, isRtl: isRightToLeft(list.current) });
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(items.length - 1, Math.max(0, step));
    setCurrent(next);
    rows.scrollToIndex(Math.floor(next / columns));
    focusSoon(list, next);
  };

  return (
    <ul
      ref={list}
      className="relative"
      style={{ blockSize: `${Math.max(0, rows.getTotalSize() - GAP_PIXELS)}px` }}
      onKeyDown={walk}
    >
      {shown.flatMap(({ index: row, start }) =>
        items.slice(row * columns, (row + 1) * columns).map((item, column) => {
          const index = row * columns + column;
          return (
            <li
              key={item.id}
              className="absolute top-0"
              data-index={index}
              style={{
                inlineSize: `${cellPixels}px`,
                insetInlineStart: `${column * (cellPixels + GAP_PIXELS)}px`,
                transform: `translateY(${start - size.topPixels}px)`,
              }}
              onFocus={() => setCurrent(index)}
            >
              <GalleryCell item={item} name={name} tabIndex={index === current ? 0 : -1} />
            </li>
          );
        }),
      )}
    </ul>
  );
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

/** Frames until a row is there at the latest; slow machines need some. */
const MOST_FRAMES = 90;

/** The row may not be there yet: it appears when the window has scrolled to it. */
function focusSoon(list: { readonly current: HTMLElement | null }, index: number, framesLeft = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const cell = list.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-cell]`);
    if (cell) cell.focus({ preventScroll: true });
    else if (framesLeft > 0) focusSoon(list, index, framesLeft - 1);
  });
}
