import { button, element } from './element';
import type { FrameTexts } from './texts';

const place = (): HTMLElement => {
  const existing = document.getElementById('notes');
  if (existing) {
    return existing;
  }
  const made = element('div', { id: 'notes', role: 'status' });
  document.body.append(made);
  return made;
};

/** A message that goes by itself. */
export const tell = (message: string): void => {
  if (message !== '') {
    const note = element('div', { class: 'note' }, [message]);
    place().replaceChildren(note);
    setTimeout(() => note.remove(), 8000);
  }
};

const download = (text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  element('a', { href: address, download: 'unsaved-draft.json' }).click();
  URL.revokeObjectURL(address);
};

/** Stays until the person has decided: the text of this tab exists nowhere else. */
export const tellConflict = (message: string, unsaved: string, texts: FrameTexts): void => {
  const note = element('div', { class: 'note note-conflict' }, [
    element('p', {}, [message]),
    element('p', {}, [texts.conflictHint]),
    button(texts.keepCopy, () => download(unsaved)),
    button(texts.reload, () => location.reload(), 'primary'),
    button(texts.close, () => note.remove()),
  ]);
  place().replaceChildren(note);
};
