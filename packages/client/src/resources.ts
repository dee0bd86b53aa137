import type { ClipHandle } from './clip-handle.ts';
import { type ListQuery, pages } from './pages.ts';
import {
  type BodyAt,
  type CreateOptions,
  newIdempotencyKey,
  type RequestOptions,
  type Transport,
} from './transport.ts';
import type {
  Clip,
  ClipCopy,
  ClipRequest,
  CopyFormat,
  FacePoints,
  Picture,
  PictureNews,
  Settings,
  Voice,
} from './types.ts';

/** A file as it lies on a disk, in a browser's file field, or as it comes. */
export type FileBytes = Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

/** What creates something gets a key of its own, so that repeating it makes nothing twice. */
const once = ({ signal, idempotencyKey = newIdempotencyKey() }: CreateOptions) => ({ signal, idempotencyKey });

/** What a person does, in the words of the product. */
export function personalResources(transport: Transport, handleOf: (clip: Clip) => ClipHandle) {
  const { call } = transport;
  return {
    motions: {
      /** The motion sheet: motions, engines, lengths and prices. */
      list: (options: RequestOptions = {}) => call('get', '/motions', options),
      /** What the built-in engine would play for a text; free. */
      read: (text: string, options: RequestOptions = {}) =>
        call('post', '/custom-motion-readings', { body: { text }, ...options }),
      /** What the safety rules say of a motion, at once and for free; an order may be judged more strictly. */
      advise: (wish: BodyAt<'/safety/motion-advice', 'post'>, options: RequestOptions = {}) =>
        call('post', '/safety/motion-advice', { body: wish, ...options }),
    },
    session: session(transport),
    me: {
      /** Who I am, my plan, my credits, my settings. */
      get: (options: RequestOptions = {}) => call('get', '/me', options),
    },
    settings: {
      change: (change: Partial<Settings>, options: RequestOptions = {}) =>
        call('patch', '/settings', { body: change, ...options }),
    },
    wallet: {
      get: (options: RequestOptions = {}) => call('get', '/wallet', options),
      /** Every movement, with the clip it paid for. */
      entries: (query?: ListQuery<'/wallet/entries'>, options: RequestOptions = {}) =>
        pages(transport, '/wallet/entries', query, options),
    },
    billing: {
      /** What can be bought. */
      offers: (options: RequestOptions = {}) => call('get', '/billing/offers', options),
      /** Where to pay for an offer. */
      checkout: (offer: string, options: CreateOptions = {}) =>
        call('post', '/billing/checkout', { body: { offer }, ...once(options) }),
      /** Where to change or end a plan. */
      portal: (options: RequestOptions = {}) => call('post', '/billing/portal', options),
    },
    characters: characters(transport),
    gallery: {
      setFavourite: (itemId: string, isFavourite: boolean, options: RequestOptions = {}) =>
        call(isFavourite ? 'put' : 'delete', '/gallery-items/{id}/favourite', { path: { id: itemId }, ...options }),
    },
    pictures: pictures(transport),
    voices: voices(transport),
    quotes: {
      /** What a clip costs now; honoured for ten minutes. */
      create: (wish: BodyAt<'/quotes', 'post'>, options: CreateOptions = {}) =>
        call('post', '/quotes', { body: wish, ...once(options) }),
    },
    clips: clips(transport, handleOf),
    chats: chats(transport),
    moments: moments(transport),
    safety: safety(transport),
    notifications: {
      /** What I was told; each page says how many are unread. */
      list: (query?: ListQuery<'/notifications'>, options: RequestOptions = {}) =>
        pages(transport, '/notifications', query, options),
      read: (id: string, options: RequestOptions = {}) =>
        call('post', '/notifications/{id}/read', { path: { id }, ...options }),
      readAll: (options: RequestOptions = {}) => call('post', '/notifications/read-all', options),
    },
    push: {
      /** The key that a browser subscribes with. */
      key: (options: RequestOptions = {}) => call('get', '/push/key', options),
      /** Tells this browser when no window is open. */
      subscribe: (subscription: BodyAt<'/push/subscriptions', 'put'>, options: RequestOptions = {}) =>
        call('put', '/push/subscriptions', { body: subscription, ...options }),
      unsubscribe: (endpoint: string, options: RequestOptions = {}) =>
        call('delete', '/push/subscriptions', { query: { endpoint }, ...options }),
    },
    apiKeys: {
      list: (options: RequestOptions = {}) => call('get', '/api-keys', options),
      /** Its `key` is shown this once: when the answer got lost and was asked for again, it is `null`; make another one. */
      create: (wish: BodyAt<'/api-keys', 'post'>, options: CreateOptions = {}) =>
        call('post', '/api-keys', { body: wish, ...once(options) }),
      revoke: (id: string, options: RequestOptions = {}) =>
        call('delete', '/api-keys/{id}', { path: { id }, ...options }),
    },
  };
}

/** Ways to sign in that the service has itself. With `keep: 'token'` a program is given a token for `createReverieClient`. */
function session({ call }: Transport) {
  return {
    signUp: (account: BodyAt<'/auth/sign-up', 'post'>, options: RequestOptions = {}) =>
      call('post', '/auth/sign-up', { body: account, ...options }),
    signIn: (account: BodyAt<'/auth/sign-in', 'post'>, options: RequestOptions = {}) =>
      call('post', '/auth/sign-in', { body: account, ...options }),
    signOut: (options: RequestOptions = {}) => call('post', '/auth/sign-out', options),
    /** All other sessions end. */
    changePassword: (change: BodyAt<'/auth/password', 'post'>, options: RequestOptions = {}) =>
      call('post', '/auth/password', { body: change, ...options }),
    /** Whom one can be in a demo; throws `not-found` where there is none. */
    demoPeople: (options: RequestOptions = {}) => call('get', '/demo', options),
    signInToDemo: (wish: BodyAt<'/demo/sign-in', 'post'>, options: RequestOptions = {}) =>
      call('post', '/demo/sign-in', { body: wish, ...options }),
  };
}

function characters(transport: Transport) {
  const { call } = transport;
  return {
    list: (query?: ListQuery<'/characters'>, options: RequestOptions = {}) =>
      pages(transport, '/characters', query, options),
    get: (id: string, options: RequestOptions = {}) => call('get', '/characters/{id}', { path: { id }, ...options }),
    create: (character: BodyAt<'/characters', 'post'>, options: CreateOptions = {}) =>
      call('post', '/characters', { body: character, ...once(options) }),
    change: (id: string, change: BodyAt<'/characters/{id}', 'patch'>, options: RequestOptions = {}) =>
      call('patch', '/characters/{id}', { path: { id }, body: change, ...options }),
    /** Pictures and clips of a character. */
    gallery: (id: string, query?: ListQuery<'/characters/{id}/gallery'>, options: RequestOptions = {}) =>
      pages(transport, '/characters/{id}/gallery', query, options, { id }),
  };
}

function pictures({ call, send, urlOf }: Transport) {
  return {
    /** Takes in a picture of a character of mine; it is encoded anew at once. A stream is not sent again by itself. */
    upload: async (bytes: FileBytes, news: PictureNews, options: CreateOptions = {}): Promise<Picture> => {
      const response = await send(fileRequest(urlOf('/pictures', {}, news), bytes, options));
      return (await response.json()) as Picture;
    },
    get: (id: string, options: RequestOptions = {}) => call('get', '/pictures/{id}', { path: { id }, ...options }),
    /** How well it will move, and which motions will not work on it; free. */
    advice: (id: string, options: RequestOptions = {}) =>
      call('get', '/pictures/{id}/advice', { path: { id }, ...options }),
    /** Says where the face of a picture of mine is, when none or another is found. */
    placeFace: (id: string, points: FacePoints, options: RequestOptions = {}) =>
      call('put', '/pictures/{id}/face-points', { path: { id }, body: points, ...options }),
    /** Lets the machine look for it again. */
    forgetFace: (id: string, options: RequestOptions = {}) =>
      call('delete', '/pictures/{id}/face-points', { path: { id }, ...options }),
    delete: (id: string, options: RequestOptions = {}) =>
      call('delete', '/pictures/{id}', { path: { id }, ...options }),
    restore: (id: string, options: RequestOptions = {}) =>
      call('post', '/pictures/{id}/restore', { path: { id }, ...options }),
  };
}

function voices(transport: Transport) {
  const { call, send, urlOf } = transport;
  return {
    /** Takes in a recording (WAV or MP3) that pictures may speak. Experimental. A stream is not sent again by itself. */
    upload: async (bytes: FileBytes, options: CreateOptions = {}): Promise<Voice> => {
      const response = await send(fileRequest(urlOf('/voices'), bytes, options));
      return (await response.json()) as Voice;
    },
    list: (query?: ListQuery<'/voices'>, options: RequestOptions = {}) => pages(transport, '/voices', query, options),
    delete: (id: string, options: RequestOptions = {}) => call('delete', '/voices/{id}', { path: { id }, ...options }),
    restore: (id: string, options: RequestOptions = {}) =>
      call('post', '/voices/{id}/restore', { path: { id }, ...options }),
  };
}

/** A request whose body is a file. */
function fileRequest(url: string, body: FileBytes, options: CreateOptions) {
  const type = (body instanceof Blob && body.type) || 'application/octet-stream';
  const { signal, idempotencyKey } = once(options);
  const headers = { 'content-type': type, 'idempotency-key': idempotencyKey };
  return { method: 'POST', url, headers, body, signal, repeatable: !(body instanceof ReadableStream) };
}

function clips(transport: Transport, handleOf: (clip: Clip) => ClipHandle) {
  const { call, send, urlOf } = transport;
  return {
    /** Orders a clip: everything is checked before anything is charged. The handle waits for it. */
    create: async (wish: ClipRequest, options: CreateOptions = {}): Promise<ClipHandle> =>
      handleOf(await call('post', '/clips', { body: wish, ...once(options) })),
    get: async (id: string, options: RequestOptions = {}): Promise<ClipHandle> =>
      handleOf(await call('get', '/clips/{id}', { path: { id }, ...options })),
    list: (query?: ListQuery<'/clips'>, options: RequestOptions = {}) => pages(transport, '/clips', query, options),
    /** A free draft of a clip that is still being made; asked for again, it is the same one. Throws `no-draft` where there is none. */
    draft: (id: string, options: RequestOptions = {}) =>
      call('post', '/clips/{id}/draft', { path: { id }, ...options }),
    /** Has a copy in another format made, which takes some seconds the first time, and says where and how large it is. */
    copy: async (id: string, format: CopyFormat, { signal }: RequestOptions = {}): Promise<ClipCopy> => {
      const url = urlOf('/clips/{id}/download', { id }, { format });
      const { headers } = await send({ method: 'HEAD', url, signal, repeatable: true });
      return { url, sizeBytes: Number(headers.get('content-length')) };
    },
    /** Puts a clip into a chat or under a moment of mine, as often as I like. */
    attach: (id: string, place: BodyAt<'/clips/{id}/attachments', 'post'>, options: CreateOptions = {}) =>
      call('post', '/clips/{id}/attachments', { path: { id }, body: place, ...once(options) }),
    /** Where it is attached. */
    places: (id: string, options: RequestOptions = {}) =>
      call('get', '/clips/{id}/attachments', { path: { id }, ...options }),
    /** Gets the link that others can open, or changes what it says. */
    share: (id: string, wish: BodyAt<'/clips/{id}/share', 'post'> = {}, options: RequestOptions = {}) =>
      call('post', '/clips/{id}/share', { path: { id }, body: wish, ...options }),
    /** The link that others can open; throws `not-found` while there is none. */
    shareLink: (id: string, options: RequestOptions = {}) =>
      call('get', '/clips/{id}/share', { path: { id }, ...options }),
    /** Turns the link off; the next one will be another. */
    unshare: (id: string, options: RequestOptions = {}) =>
      call('delete', '/clips/{id}/share', { path: { id }, ...options }),
    detach: (attachmentId: string, options: RequestOptions = {}) =>
      call('delete', '/attachments/{id}', { path: { id: attachmentId }, ...options }),
    /** Can be undone for 30 days. */
    delete: (id: string, options: RequestOptions = {}) => call('delete', '/clips/{id}', { path: { id }, ...options }),
    restore: (id: string, options: RequestOptions = {}) =>
      call('post', '/clips/{id}/restore', { path: { id }, ...options }),
  };
}

function chats(transport: Transport) {
  const { call } = transport;
  return {
    list: (query?: ListQuery<'/chats'>, options: RequestOptions = {}) => pages(transport, '/chats', query, options),
    /** My conversation with a character; begun when there is none. */
    open: (characterId: string, options: RequestOptions = {}) =>
      call('put', '/characters/{id}/chat', { path: { id: characterId }, ...options }),
    messages: (chatId: string, query?: ListQuery<'/chats/{id}/messages'>, options: RequestOptions = {}) =>
      pages(transport, '/chats/{id}/messages', query, options, { id: chatId }),
    /** Says something; the answer comes as an event. */
    say: (chatId: string, body: string, options: CreateOptions = {}) =>
      call('post', '/chats/{id}/messages', { path: { id: chatId }, body: { body }, ...once(options) }),
  };
}

function moments(transport: Transport) {
  const { call } = transport;
  return {
    /** The feed. */
    list: (query?: ListQuery<'/moments'>, options: RequestOptions = {}) => pages(transport, '/moments', query, options),
    post: (moment: BodyAt<'/moments', 'post'>, options: CreateOptions = {}) =>
      call('post', '/moments', { body: moment, ...once(options) }),
    get: (id: string, options: RequestOptions = {}) => call('get', '/moments/{id}', { path: { id }, ...options }),
    delete: (id: string, options: RequestOptions = {}) => call('delete', '/moments/{id}', { path: { id }, ...options }),
  };
}

/** What the safety check refused, how to object, and how to report what others show. */
function safety(transport: Transport) {
  const { call } = transport;
  return {
    /** What was refused to me, with what became of my objection. */
    refusals: (query?: ListQuery<'/safety/decisions'>, options: RequestOptions = {}) =>
      pages(transport, '/safety/decisions', query, options),
    /** Asks a human to look at a refusal again; once. Throws `decided-already` or `appeal-too-late`. */
    appeal: (decisionId: string, words: string, options: CreateOptions = {}) =>
      call('post', '/safety/decisions/{id}/appeal', { path: { id: decisionId }, body: { words }, ...once(options) }),
    /** Reports a picture, a clip or a moment. */
    report: (report: BodyAt<'/reports', 'post'>, options: CreateOptions = {}) =>
      call('post', '/reports', { body: report, ...once(options) }),
  };
}

/** What operators and host platforms do; needs the scope `admin`. */
export function adminResources(transport: Transport) {
  const { call } = transport;
  return {
    /** Gives credits to a person. */
    grant: (grant: BodyAt<'/admin/grants', 'post'>, options: CreateOptions = {}) =>
      call('post', '/admin/grants', { body: grant, ...once(options) }),
    /** Says which plan a person has. */
    setEntitlement: (personId: string, news: BodyAt<'/admin/entitlements/{id}', 'put'>, options: CreateOptions = {}) =>
      call('put', '/admin/entitlements/{id}', { path: { id: personId }, body: news, ...once(options) }),
    prices: (options: RequestOptions = {}) => call('get', '/admin/prices', options),
    setPrice: (price: BodyAt<'/admin/prices', 'post'>, options: CreateOptions = {}) =>
      call('post', '/admin/prices', { body: price, ...once(options) }),
    /** Adds the whole ledger up again and compares. */
    checkLedger: (options: RequestOptions = {}) => call('get', '/admin/ledger-check', options),
    setStage: (stage: 'labs' | 'general', options: RequestOptions = {}) =>
      call('put', '/admin/stage', { body: { stage }, ...options }),
    people: (query?: ListQuery<'/admin/people'>, options: RequestOptions = {}) =>
      pages(transport, '/admin/people', query, options),
    /** How busy they are, and whether one takes no orders. */
    engines: (options: RequestOptions = {}) => call('get', '/admin/engines', options),
    /** Clips that failed or were refused. */
    troubledClips: (query?: ListQuery<'/admin/clips'>, options: RequestOptions = {}) =>
      pages(transport, '/admin/clips', query, options),
    tryAgain: (clipId: string, options: CreateOptions = {}) =>
      call('post', '/admin/clips/{id}/try-again', { path: { id: clipId }, ...once(options) }),
    /** Appeals and reports that wait for a human. */
    safetyQueue: (options: RequestOptions = {}) => call('get', '/admin/safety/queue', options),
    decideAppeal: (
      decisionId: string,
      ruling: BodyAt<'/admin/safety/appeals/{id}', 'post'>,
      options: RequestOptions = {},
    ) => call('post', '/admin/safety/appeals/{id}', { path: { id: decisionId }, body: ruling, ...options }),
    decideReport: (
      reportId: string,
      ruling: BodyAt<'/admin/safety/reports/{id}', 'post'>,
      options: RequestOptions = {},
    ) => call('post', '/admin/safety/reports/{id}', { path: { id: reportId }, body: ruling, ...options }),
  };
}
