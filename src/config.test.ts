import { expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

it('runs the whole product on a fresh machine without any setting', () => {
  expect(readConfig({})).toEqual({ host: '127.0.0.1', port: 4600, dataFolder: '.reverie', ffmpegCommand: 'ffmpeg' });
});

it('takes an empty variable for one that is not set', () => {
  expect(readConfig({ REVERIE_PORT: '' }).port).toBe(4600);
});

it('names everything that is wrong at once, with what was expected and an example', () => {
  const wrong = () => readConfig({ REVERIE_PORT: 'eighty' });
  expect(wrong).toThrow(ConfigError);
  expect(wrong).toThrow(/REVERIE_PORT is 'eighty', expected a port from 0 to 65535, for example REVERIE_PORT=4600/);
});

it.each(['-1', '65536', '80.5', '0x50', ' '])('takes %j for no port', (port) => {
  expect(() => readConfig({ REVERIE_PORT: port })).toThrow(ConfigError);
});

it('takes port 0, which asks the system for a free one', () => {
  expect(readConfig({ REVERIE_PORT: '0' }).port).toBe(0);
});

it('cannot be changed once it was read', () => {
  expect(Object.isFrozen(readConfig({}))).toBe(true);
});
