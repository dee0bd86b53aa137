import { reverie } from '../data/service.ts';

/** Whether this browser is told of clips while no window is open; `impossible` also where the service cannot send. */
export type PushState = 'impossible' | 'off' | 'on' | 'blocked';

const WORKER = '/sw.js';

export async function pushState(): Promise<PushState> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return 'impossible';
  if ((await publicKey()) === undefined) return 'impossible';
  if (Notification.permission === 'denied') return 'blocked';
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  return (await registration?.pushManager.getSubscription()) ? 'on' : 'off';
}

/** Asks for permission, and has this browser told. Throws when the person or the browser does not want to. */
export async function turnOnPush(): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('notices were not allowed');
  const key = await publicKey();
  if (key === undefined) throw new Error('the service sends no notices');
  const registration = await navigator.serviceWorker.register(WORKER);
  const ready = registration.active ? registration : await navigator.serviceWorker.ready;
  const subscription = await ready.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { endpoint, keys } = subscription.toJSON();
  await reverie.push.subscribe({
    endpoint: endpoint ?? '',
    keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
  });
}

/** Has this browser told no more. */
export async function turnOffPush(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return;
  await reverie.push.unsubscribe(subscription.endpoint);
  await subscription.unsubscribe();
}

/** The key that the service signs its notices with; `undefined` where it sends none. */
async function publicKey(): Promise<string | undefined> {
  try {
    return (await reverie.push.key()).publicKey;
  } catch {
    return undefined;
  }
}
