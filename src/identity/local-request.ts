const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[?::1\]?)$/i;

/** Whether a server that listens on this host can be reached from this machine alone. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host);
}

const HEADERS_OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether a request to a loopback server was meant for it, and was not handed on by a proxy in front of it. */
export function isLocalRequest({ url, headers }: Request): boolean {
  return isLoopbackHost(new URL(url).hostname) && !HEADERS_OF_PROXIES.some((name) => headers.has(name));
}
