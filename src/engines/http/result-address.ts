import type { EngineResult } from '../../app/ports/video-engine.ts';

const THIS_MACHINE = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Where a finished clip is, as the download has to treat it. An engine whose API is on this machine by the operator's own
 * settings (a simulator) gives out its clips itself, at the same address; no answer of a vendor's can bring that about.
 *
 * @param hostsSetting where an operator allows other hosts
 */
export function resultAt(
  url: string,
  { baseUrl, resultHosts }: { readonly baseUrl: string; readonly resultHosts: readonly string[] },
  hostsSetting: string,
): EngineResult {
  const api = new URL(baseUrl);
  const isOwn = THIS_MACHINE.has(api.hostname) && URL.canParse(url) && new URL(url).origin === api.origin;
  return isOwn ? { kind: 'own-address', url } : { kind: 'address', url, allowedHosts: resultHosts, hostsSetting };
}
