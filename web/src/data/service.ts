import { createReverieClient } from '@reverie-motion/client';

/** The service behind the app. It is on the same origin, so the session's cookie goes along by itself. */
export const reverie = createReverieClient({ cookies: 'same-origin' });
