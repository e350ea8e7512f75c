import { readToken, TOKEN_HEADER } from './antiforgery';
import { button, element } from './element';
import type { Session } from './session';
import type { FrameTexts } from './texts';

const switchLanguage = async (session: Session, send: typeof fetch): Promise<void> => {
  await send('/api/session/language', {
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', [TOKEN_HEADER]: await readToken(send) },
    body: JSON.stringify({ language: session.language === 'en' ? 'zh' : 'en' }),
  });
  location.reload();
};

/** The bar above Studio: the way back into the product, the designer's own pages, language and person. */
export const showFrame = (page: string, session: Session, texts: FrameTexts, send: typeof fetch): void => {
  const link = (href: string, text: string, current: boolean): HTMLElement =>
    element('a', { href, ...(current ? { 'aria-current': 'page' } : {}) }, [text]);
  document.getElementById('frame')?.replaceChildren(
    element('a', { href: '/', class: 'product', title: texts.home }, [texts.product]),
    element('nav', {}, [
      link('/studio/definitions', texts.definitions, page === 'definitions' || page === 'editor' || page === 'trial'),
      link('/studio/instances', texts.instances, page === 'instances' || page === 'viewer'),
      link('/studio/publications', texts.publications, page === 'publications'),
    ]),
    ...(session.permissions.includes('definition.edit') ? [] : [element('span', { class: 'hint' }, [texts.readOnly])]),
    button(texts.switchLanguage, () => void switchLanguage(session, send), 'plain'),
    element('span', { class: 'person' }, [`${session.displayName} · ${session.orgName}`]),
  );
};
