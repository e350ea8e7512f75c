import zh from './dictionary.zh.json';

/** What users typed, and what is code, must stay as it is. */
const LEFT_ALONE = '.monaco-editor, textarea, input, [contenteditable="true"], #frame, #notes';
/** On a narrow screen a table writes its captions beside each value, out of an attribute. */
const ATTRIBUTES = ['title', 'aria-label', 'placeholder', 'data-label'];

type Words = Readonly<Record<string, string>>;

interface Sentence {
  shape: RegExp;
  said: string;
}

const GAP = /\{(\d)\}/g;

// A key with gaps ("Delete version {0}") is a whole sentence as well: it fits from the first letter to the last or not at all.
const sentenceOf = (key: string, said: string): Sentence => ({
  shape: new RegExp(`^${key.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+?)')}$`, 's'),
  said,
});

const sentences = new WeakMap<Words, readonly Sentence[]>();

const sentencesOf = (words: Words): readonly Sentence[] => {
  const known = sentences.get(words) ?? Object.entries(words).filter(([key]) => key.includes('{0}')).map(([key, said]) => sentenceOf(key, said));
  sentences.set(words, known);
  return known;
};

const fill = (key: string, words: Words): string | undefined => {
  for (const { shape, said } of sentencesOf(words)) {
    const gaps = shape.exec(key)?.slice(1);
    if (gaps) {
      return said.replace(GAP, (_, index: string) => gaps[Number(index)] ?? '');
    }
  }
  return undefined;
};

/** The translation with the spaces of the original around it, or undefined. Whole texts only: a dictionary must never cut into a user's own words. */
export const translate = (text: string, words: Words): string | undefined => {
  const key = text.trim();
  const found = key === '' ? undefined : Object.hasOwn(words, key) ? words[key] : fill(key, words);
  return found === undefined ? undefined : text.replace(key, () => found);
};

const translateText = (node: Text, words: Words): void => {
  const translated = node.parentElement?.closest(LEFT_ALONE) ? undefined : translate(node.data, words);
  if (translated !== undefined && translated !== node.data) {
    node.data = translated;
  }
};

const translateAttributes = (element: Element, words: Words): void => {
  ATTRIBUTES.forEach((name) => {
    const translated = translate(element.getAttribute(name) ?? '', words);
    if (translated !== undefined) {
      element.setAttribute(name, translated);
    }
  });
};

export const translateTree = (root: Node, words: Words): void => {
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
export const speakChinese = (root: HTMLElement, words: Words = zh): void => {
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
