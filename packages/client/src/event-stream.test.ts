import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventStreamReader, type StreamEvent } from './event-stream.ts';

const encoder = new TextEncoder();

function readAll(text: string, cuts: readonly number[] = []): StreamEvent[] {
  const bytes = encoder.encode(text);
  const reader = createEventStreamReader();
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return edges.flatMap((edge, index) => reader.read(bytes.subarray(edge, edges[index + 1] ?? edge)));
}

const word = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n\0]/.test(text));
const cuts = fc.array(fc.nat(4000), { maxLength: 20 });

describe('a stream of events', () => {
  it('gives back what was written, however it is cut and whatever ends its lines', () => {
    const event = fc.record({ event: word.filter((text) => text !== ''), id: word, lines: fc.array(word, { minLength: 1 }) });
    const written = fc.tuple(fc.array(event), fc.constantFrom('\n', '\r\n', '\r'), cuts);
    fc.assert(
      fc.property(written, ([events, end, at]) => {
        const blocks = events.map(({ event, id, lines }) =>
          [`event: ${event}`, ':', `id: ${id}`, ...lines.map((line) => `data: ${line}`), end].join(end),
        );
        const expected = events.map(({ event, id, lines }) => ({ event, id, data: lines.join('\n') }));
        expect(readAll(blocks.join(''), at)).toEqual(expected);
      }),
    );
  });

  it('reads the same of any text, however it is cut', () => {
    const piece = fc.constantFrom('\r', '\n', '\r\n', ':', ' ', 'data', 'data:', 'id:', 'event:', 'retry: 5', '\uFEFF', '🌙', 'é', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), cuts, (pieces, at) => {
        const text = pieces.join('');
        expect(readAll(text, at)).toEqual(readAll(text));
      }),
    );
  });

  // the examples of the HTML standard, section 9.2.6
  it.each([
    ['data: YHOO\ndata: +2\ndata: 10\n\n', [{ event: 'message', id: '', data: 'YHOO\n+2\n10' }]],
    [
      ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n',
      [
        { event: 'message', id: '1', data: 'first event' },
        { event: 'message', id: '', data: 'second event' },
        { event: 'message', id: '', data: ' third event' },
      ],
    ],
    [
      'data\n\ndata\ndata\n\ndata:',
      [
        { event: 'message', id: '', data: '' },
        { event: 'message', id: '', data: '\n' },
      ],
    ],
    ['data:test\n\ndata: test\n\n', Array(2).fill({ event: 'message', id: '', data: 'test' })],
  ])('reads %j as the standard does', (text, events) => {
    expect(readAll(text)).toEqual(events);
  });

  it('says how soon to come back, when that is a number', () => {
    const reader = createEventStreamReader();
    reader.read(encoder.encode('retry: soon\nretry: 1500\n'));
    expect(reader.retryMilliseconds).toBe(1500);
  });

  it('is given up when an event has no end', () => {
    const reader = createEventStreamReader();
    const endless = encoder.encode('data: '.padEnd(400_000, 'x'));
    reader.read(endless);
    reader.read(endless);
    expect(() => reader.read(endless)).toThrow('no end');
  });
});
