/** One event of a stream of server-sent events. */
export interface StreamEvent {
  readonly event: string;
  /** The last id that the stream named, empty when none was. */
  readonly id: string;
  readonly data: string;
}

export interface EventStreamReader {
  /** Takes the next bytes, cut anywhere; answers with the events that are whole now. */
  read(bytes: Uint8Array): StreamEvent[];
  /** How soon to come back, once the stream has said so. */
  readonly retryMilliseconds: number | undefined;
}

/** No event of this service comes near it; a stream that goes on without an end is none of its. */
const MOST_WAITING_CHARACTERS = 1024 * 1024;

/** Reads a stream of server-sent events as the HTML standard describes it (section 9.2.6, "Interpreting an event stream"). */
export function createEventStreamReader(): EventStreamReader {
  // takes a byte order mark away, and keeps letters whole that are cut between two chunks
  const decoder = new TextDecoder();
  let waiting = '';
  let [event, id, data] = ['', '', ''];
  let retryMilliseconds: number | undefined;

  const fields: Readonly<Record<string, (value: string) => void>> = {
    event: (value) => {
      event = value;
    },
    data: (value) => {
      data += `${value}\n`;
    },
    id: (value) => {
      if (!value.includes('\0')) id = value;
    },
    retry: (value) => {
      if (/^\d+$/.test(value)) retryMilliseconds = Number(value);
    },
  };

  /** An empty line ends an event; one without data is none. */
  const end = (): StreamEvent | undefined => {
    const whole = data === '' ? undefined : { event: event || 'message', id, data: data.slice(0, -1) };
    [event, data] = ['', ''];
    return whole;
  };
  const line = (text: string): StreamEvent | undefined => {
    if (text === '') return end();
    const colon = text.indexOf(':');
    const name = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (Object.hasOwn(fields, name)) fields[name]?.(value);
    return undefined;
  };

  let endedWithReturn = false;
  return {
    get retryMilliseconds() {
      return retryMilliseconds;
    },
    read: (bytes) => {
      const text = decoder.decode(bytes, { stream: true });
      if (text === '') return [];
      // lines end with CR, LF or both; the two may be cut apart
      waiting += endedWithReturn && text.startsWith('\n') ? text.slice(1) : text;
      endedWithReturn = text.endsWith('\r');
      const lines = waiting.split(/\r\n|\r|\n/);
      waiting = lines.pop() as string;
      if (waiting.length + data.length > MOST_WAITING_CHARACTERS) throw new RangeError('an event has no end');
      return lines.map(line).filter((whole) => whole !== undefined);
    },
  };
}
