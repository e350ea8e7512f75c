type Child = Node | string;

/** Makes one element; the frame is too small for a framework. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
};

export const button = (text: string, onClick: () => void, kind = ''): HTMLButtonElement => {
  const made = element('button', { type: 'button', class: kind }, [text]);
  made.addEventListener('click', onClick);
  return made;
};
