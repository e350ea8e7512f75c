import { button, element } from './element';
import type { FrameTexts } from './texts';

export type ImportChoice = 'new' | 'version' | 'skip';

/** Asks what a file becomes that names a lifecycle which exists. One answer may serve for all files of the same import. */
export const importQuestion = (texts: FrameTexts): ((name: string) => Promise<ImportChoice>) => {
  let forAll: ImportChoice | undefined;
  let waiting: Promise<unknown> = Promise.resolve();

  const ask = (name: string): Promise<ImportChoice> =>
    new Promise((resolve) => {
      const all = element('input', { type: 'checkbox' });
      const dialog = element('dialog', { class: 'import-question', 'aria-label': texts.importTitle });
      const answer = (choice: ImportChoice): void => {
        forAll = all.checked ? choice : undefined;
        dialog.close();
        dialog.remove();
        resolve(choice);
      };
      dialog.append(
        element('h3', {}, [texts.importTitle]),
        element('p', {}, [texts.importExists.replace('{0}', name)]),
        element('label', {}, [all, texts.importAll]),
        element('div', { class: 'actions' }, [
          button(texts.importVersion, () => answer('version'), 'primary'),
          button(texts.importNew, () => answer('new')),
          button(texts.importSkip, () => answer('skip')),
        ]),
      );
      dialog.addEventListener('cancel', () => answer('skip'));
      document.body.append(dialog);
      dialog.showModal();
    });

  return (name) => {
    const next = waiting.then(() => forAll ?? ask(name));
    waiting = next;
    // The files of one import follow each other at once; a later import asks again.
    void next.then(() => setTimeout(() => (forAll = undefined), 5000));
    return next;
  };
};
