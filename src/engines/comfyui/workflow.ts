import { z } from 'zod';

/** A graph in ComfyUI's API format; values may be placeholders. */
const Graph = z.record(
  z.string(),
  z.looseObject({ class_type: z.string(), inputs: z.record(z.string(), z.unknown()) }),
);
export type Graph = z.infer<typeof Graph>;

/** What an operator may replace by a file of their own. */
const WorkflowFile = z.strictObject({
  title: z.string().min(1),
  framesPerSecond: z.number().int().min(8).max(60),
  /** Counts of frames are a multiple of this and one more. */
  framesStep: z.number().int().min(1).max(64),
  /** Width times height, about; the sides are multiples of `sideStep` in the picture's own shape. */
  pixels: z.number().int().min(100_000).max(2_100_000),
  sideStep: z.number().int().min(1).max(128),
  graph: Graph,
});

export interface Workflow extends z.infer<typeof WorkflowFile> {
  readonly id: string;
}

const PLACEHOLDERS = ['picture', 'prompt', 'negative', 'width', 'height', 'frames', 'fps', 'seed', 'name'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];
export type WorkflowValues = Readonly<Record<Placeholder, string | number>>;

/** Without these, every clip would be the same. */
const NEEDED: readonly Placeholder[] = ['picture', 'prompt', 'seed', 'name'];
const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/**
 * Reads a workflow.
 *
 * @throws Error saying what is wrong with it
 */
export function readWorkflow(id: string, json: string): Workflow {
  const workflow = { id, ...WorkflowFile.parse(JSON.parse(json)) };
  const used = new Set(Array.from(JSON.stringify(workflow.graph).matchAll(PLACEHOLDER), ([, name]) => name as string));
  const unknown = [...used].filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
  if (unknown.length > 0)
    throw new Error(`there is no placeholder {{${unknown[0]}}}; there are ${PLACEHOLDERS.join(', ')}`);
  const missing = NEEDED.filter((name) => !used.has(name));
  if (missing.length > 0) throw new Error(`the placeholder {{${missing[0]}}} is missing`);
  return workflow;
}

/** The graph of one order: a placeholder alone becomes the value itself, one within words its text. */
export function filledGraph({ graph }: Pick<Workflow, 'graph'>, values: WorkflowValues): Graph {
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner)]));
    }
    if (typeof value !== 'string') return value;
    const [, alone] = /^\{\{(\w+)\}\}$/.exec(value) ?? [];
    if (alone !== undefined) return values[alone as Placeholder];
    return value.replace(PLACEHOLDER, (_, name: Placeholder) => String(values[name]));
  };
  return fill(graph) as Graph;
}

/** Width, height and frames of a clip of this workflow. */
export function measuresOf(
  { pixels, sideStep, framesStep, framesPerSecond }: Workflow,
  picture: { readonly widthPixels: number; readonly heightPixels: number },
  lengthSeconds: number,
): { readonly width: number; readonly height: number; readonly frames: number } {
  const ratio = picture.widthPixels / picture.heightPixels;
  const toStep = (side: number): number => Math.max(sideStep, Math.round(side / sideStep) * sideStep);
  const frames = Math.round((lengthSeconds * framesPerSecond) / framesStep) * framesStep + 1;
  return { width: toStep(Math.sqrt(pixels * ratio)), height: toStep(Math.sqrt(pixels / ratio)), frames };
}
