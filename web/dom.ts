/** The element with this id. The page is ours: a missing one is a mistake in `index.html`, not a case to handle. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`index.html has no #${id}`);
  return element as T;
}

/** A new element with properties and children, for the few lists that the server fills. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Says a change of state to people who do not see it. Percentages are not said: they would never stop. */
export function announce(sentence: string): void {
  byId('status').textContent = sentence;
}
