const RELOADED_AT = 'reverie-reloaded-at';
/** A second reload so soon would not help either: then the error is shown. */
const NOT_AGAIN_WITHIN_MILLISECONDS = 30_000;

/** A server that was updated does not have the parts of the old app any more: the page that misses one is loaded anew. */
export function reloadWhenReplaced(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0);
    if (Date.now() - last < NOT_AGAIN_WITHIN_MILLISECONDS) return;
    sessionStorage.setItem(RELOADED_AT, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
