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
 * collar moves less. Looks at the whole clip three times a second, and again at the moments that were pinched: calmer wind
 * pinches nothing new.
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
  const count = Math.ceil(lengthSeconds / SAMPLE_SECONDS) - 1;
  let moments = Array.from({ length: count }, (_, index) => (index + 1) * SAMPLE_SECONDS);
  for (let round = 0; round < ROUNDS && moments.length > 0; round++) {
    const calm = new Float32Array(amplitude.length).fill(1);
    moments = moments.filter((time) => {
      displace(calmed, time);
      smallest.fill(1);
      lowerToJacobian(rig.grid, forward, smallest);
      return markPinchedCells(calmed, smallest, calm);
    });
    smoothNodes(rig.grid, calm, 2);
    for (let node = 0; node < calm.length; node++) amplitude[node]! *= calm[node]!;
  }
  return calmed;
}

/** Notes in `calm` where the wind is to sink; false when no cell with wind in it is pinched. */
function markPinchedCells({ grid, wind }: FaceRig, smallest: Float32Array, calm: Float32Array): boolean {
  let any = false;
  for (let row = 0, cell = 0; row < grid.rows - 1; row++) {
    for (let column = 0; column < grid.columns - 1; column++, cell++) {
      const node = row * grid.columns + column;
      if (smallest[cell]! >= SMALLEST_JACOBIAN || wind.amplitude[node]! < 0.02) continue;
      for (const corner of [node, node + 1, node + grid.columns, node + grid.columns + 1]) calm[corner] = CALMER;
      any = true;
    }
  }
  return any;
}
