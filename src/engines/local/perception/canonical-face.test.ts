import { expect, it } from 'vitest';
import { loadCanonicalFace } from './canonical-face.ts';

it('has a point for every landmark and triangles between them, the nose in front and the chin below the forehead', () => {
  const { positions, triangles } = loadCanonicalFace();
  expect(positions).toHaveLength(468 * 3);
  expect(triangles).toHaveLength(898 * 3);
  expect(Math.max(...triangles)).toBe(467);
  const [nose, forehead, chin, ear] = [4, 10, 152, 234];
  expect(positions[3 * nose + 2]).toBeGreaterThan(positions[3 * ear + 2]!);
  expect(positions[3 * forehead + 1]).toBeGreaterThan(positions[3 * chin + 1]!);
});
