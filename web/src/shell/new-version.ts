const RELOADED_AT = 'reverie-reloaded-at';
/** A second reload so soon would not help either: then the error is shown. */
const NOT_AGAIN_WITHIN_MILLISECONDS = 30_000;

/** A server that was updated does not have the parts of the old app any more: the page that misses one is loaded anew. */
export function reloadWhenReplaced(): void {
  window.addEventListener('vite:preloadError', () => void reloadIfReplaced());
}

/** Only where the server is there and sends another app: without a connection a reload would lose what is shown. */
async function reloadIfReplaced(): Promise<void> {
  const entry = document.querySelector('script[type="module"]')?.getAttribute('src') ?? '';
  const page = await fetch('/', { cache: 'no-store' }).then(
    (response) => response.text(),
    () => entry,
  );
  const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0);
  if (page.includes(entry) || Date.now() - last < NOT_AGAIN_WITHIN_MILLISECONDS) return;
  sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  location.reload();
}
