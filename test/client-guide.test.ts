import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const FILE = resolve('test/client-guide-examples.ts');
/** What the examples take for granted: a file system, and a picture that was chosen before. */
const AROUND = `import { openAsBlob } from 'node:fs';\nimport { writeFile } from 'node:fs/promises';\ndeclare const pictureId: string;\n`;

describe('the guide of the client', () => {
  it('shows examples that a compiler accepts', () => {
    const blocks = Array.from(readFileSync('docs/guide/client.md', 'utf8').matchAll(/```ts\n([\s\S]*?)```/g), ([, code]) => code);
    expect(blocks.length).toBeGreaterThan(1);
    const source = AROUND + blocks.join('\n').replace('@reverie-motion/client', '../packages/client/src/index.ts');
    const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, resolve('.'));
    const host = ts.createCompilerHost(options);
    const { readFile, fileExists } = host;
    host.readFile = (path) => (path === FILE ? source : readFile(path));
    host.fileExists = (path) => path === FILE || fileExists(path);
    const { getSourceFile } = host;
    host.getSourceFile = (path, ...rest) =>
      path === FILE ? ts.createSourceFile(path, source, ts.ScriptTarget.ES2023) : getSourceFile(path, ...rest);
    const program = ts.createProgram([FILE], options, host);
    const file = program.getSourceFile(FILE);
    const complaints = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    expect(complaints.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  });
});
