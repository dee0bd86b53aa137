import type { CropRegion, PicturePyramid } from './picture-crop.ts';

function squareAt(centerX: number, centerY: number, sidePixels: number): CropRegion {
  return { centerX, centerY, widthPixels: sidePixels, heightPixels: sidePixels, angleRadians: 0 };
}

/** The square around the whole picture, which stands in its middle. */
export function wholeSquare({ widthPixels, heightPixels }: PicturePyramid): CropRegion {
  return squareAt(widthPixels / 2, heightPixels / 2, Math.max(widthPixels, heightPixels));
}

/** Squares that cover the picture, row by row; neighbours share at least `overlap` (0..1) of their side. */
export function squaresOver(picture: PicturePyramid, sidePixels: number, overlap: number): CropRegion[] {
  const step = sidePixels * (1 - overlap);
  const columns = centresAlong(picture.widthPixels, sidePixels, step);
  return centresAlong(picture.heightPixels, sidePixels, step).flatMap((y) =>
    columns.map((x) => squareAt(x, y, sidePixels)),
  );
}

function centresAlong(lengthPixels: number, sidePixels: number, largestStep: number): number[] {
  if (sidePixels >= lengthPixels) return [lengthPixels / 2];
  const steps = Math.ceil((lengthPixels - sidePixels) / largestStep);
  return Array.from(
    { length: steps + 1 },
    (_, index) => sidePixels / 2 + ((lengthPixels - sidePixels) * index) / steps,
  );
}
