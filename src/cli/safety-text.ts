import { readFile } from 'node:fs/promises';
import { UsageError } from './command.ts';
import { readWords } from './read-words.ts';
import { exitCodeOf, inFull, OCCASION_OPTIONS, occasionOf, type SafetyCommand } from './safety-command.ts';

/** `reverie safety text`: what the rules, and a model where there is one, say of motion texts. */
export const checkTexts: SafetyCommand = async (parameters, { checks, print, signal }) => {
  const { values, positionals } = readWords('safety', parameters, { ...OCCASION_OPTIONS, file: { type: 'string' } });
  const texts = [...positionals, ...(values.file === undefined ? [] : await textsIn(values.file))];
  if (texts.length === 0) throw new UsageError('Which text? For example: reverie safety text "nods slowly"');
  const occasion = occasionOf(values);
  const decisions = [];
  for (const customText of texts) {
    const decision = await checks.checkMotion({ ...occasion, motionId: 'custom', customText }, { signal });
    decisions.push(decision);
    if (values.json === true) print(JSON.stringify({ text: customText, ...inFull(decision) }));
    else print(`${decision.code.padEnd(24)} ${customText}`);
  }
  return exitCodeOf(decisions);
};

async function textsIn(path: string): Promise<string[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new UsageError(`'${path}' is no JSON file that can be read.`);
  }
  const lists = Array.isArray(content) ? [content] : Object.values(content ?? {}).filter(Array.isArray);
  return lists.flat().map((entry: unknown) => {
    const text = Array.isArray(entry) ? entry.at(-1) : entry;
    if (typeof text === 'string') return text;
    throw new UsageError(`'${path}' holds something that is no text: ${JSON.stringify(entry)?.slice(0, 60)}`);
  });
}
