let orderedClipId: string | undefined;

/**
 * The button that was tapped is gone once a clip is ordered, and whoever came by keyboard would start at the top of the page
 * again: the wait that stands in its place takes the focus.
 */
export function giveFocusTo(clipId: string): void {
  orderedClipId = clipId;
}

export function takeFocusAfterOrder(clipId: string, place: HTMLElement | null): void {
  if (orderedClipId !== clipId || place === null) return;
  orderedClipId = undefined;
  // an open dialog lets nothing beside it have the focus, and gives it back when it closes
  const give = (): void => {
    if (document.querySelector('dialog[open]') === null) place.focus({ preventScroll: true });
    else if (place.isConnected) requestAnimationFrame(give);
  };
  setTimeout(give, 0);
}
