import zh from './dictionary.zh.json';

/** What users typed, and what is code, must stay as it is. */
const LEFT_ALONE = '.monaco-editor, textarea, input, [contenteditable="true"], #frame, #notes';
const ATTRIBUTES = ['title', 'aria-label', 'placeholder'];

/** The translation with the spaces of the original around it, or undefined. Exact match only: a dictionary must never cut into a user's own words. */
export const translate = (text: string, words: Readonly<Record<string, string>>): string | undefined => {
  const key = text.trim();
  const found = key === '' || !Object.hasOwn(words, key) ? undefined : words[key];
  return found === undefined ? undefined : text.replace(key, () => found);
};

const translateText = (node: Text, words: Readonly<Record<string, string>>): void => {
  const translated = node.parentElement?.closest(LEFT_ALONE) ? undefined : translate(node.data, words);
  if (translated !== undefined && translated !== node.data) {
    node.data = translated;
  }
};

const translateAttributes = (element: Element, words: Readonly<Record<string, string>>): void => {
  ATTRIBUTES.forEach((name) => {
    const translated = translate(element.getAttribute(name) ?? '', words);
    if (translated !== undefined) {
      element.setAttribute(name, translated);
    }
  });
};

export const translateTree = (root: Node, words: Readonly<Record<string, string>>): void => {
  if (root instanceof Text) {
    translateText(root, words);
    return;
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (node instanceof Text) {
      translateText(node, words);
    } else if (node instanceof Element) {
      translateAttributes(node, words);
    }
  }
};

/** Keeps Studio's own labels in Chinese while Blazor writes them anew. The canvas moves by attributes that are not watched, so dragging costs nothing. */
export const speakChinese = (root: HTMLElement, words: Readonly<Record<string, string>> = zh): void => {
  translateTree(root, words);
  new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'childList') {
        record.addedNodes.forEach((node) => translateTree(node, words));
      } else if (record.type === 'characterData') {
        translateText(record.target as Text, words);
      } else {
        translateAttributes(record.target as Element, words);
      }
    }
  }).observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
};
