import type { DisplacementField } from '../scene/expression-fields.ts';
import type { FaceRig } from '../scene/rig.ts';
import { smoothNodes } from '../scene/rig-grid.ts';
import { lowerToJacobian } from './inverse-map.ts';

/** Cells that keep less than this part of their area look pinched; below 0 they fold. */
const SMALLEST_JACOBIAN = 0.32;
const ROUNDS = 8;
const CALMER = 0.8;
const SAMPLE_SECONDS = 0.35;

/**
 * Calms the wind where it would fold the picture, and only there: loose tips keep flying while hair that lies on a cheek or a
 * collar moves less. Looks at the whole clip three times a second.
 *
 * @param displace writes the displacement of a rig at a moment into `forward`
 */
export function withoutFolds(
  rig: FaceRig,
  forward: DisplacementField,
  lengthSeconds: number,
  displace: (rig: FaceRig, timeSeconds: number) => void,
): FaceRig {
  const amplitude = rig.wind.amplitude.slice();
  const calmed = { ...rig, wind: { ...rig.wind, amplitude } };
  const smallest = new Float32Array((rig.grid.columns - 1) * (rig.grid.rows - 1));
  for (let round = 0; round < ROUNDS; round++) {
    smallest.fill(1);
    for (let time = SAMPLE_SECONDS; time < lengthSeconds; time += SAMPLE_SECONDS) {
      displace(calmed, time);
      lowerToJacobian(rig.grid, forward, smallest);
    }
    if (!calmPinchedCells(calmed, smallest)) return calmed;
  }
  return calmed;
}

/** Lowers the wind around every pinched cell; false when there was none with wind in it. */
function calmPinchedCells({ grid, wind }: FaceRig, smallest: Float32Array): boolean {
  const calm = new Float32Array(wind.amplitude.length).fill(1);
  let any = false;
  for (let row = 0, cell = 0; row < grid.rows - 1; row++) {
    for (let column = 0; column < grid.columns - 1; column++, cell++) {
      const node = row * grid.columns + column;
      if (smallest[cell]! >= SMALLEST_JACOBIAN || wind.amplitude[node]! < 0.02) continue;
      for (const corner of [node, node + 1, node + grid.columns, node + grid.columns + 1]) calm[corner] = CALMER;
      any = true;
    }
  }
  if (!any) return false;
  smoothNodes(grid, calm, 2);
  for (let node = 0; node < calm.length; node++) wind.amplitude[node]! *= calm[node]!;
  return true;
}
