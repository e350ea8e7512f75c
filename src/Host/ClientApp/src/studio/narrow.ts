import { element } from './element';
import type { FrameTexts } from './texts';

/** Lies over the canvas on a phone only: three panels and a canvas have no room there, and our own picture of the lifecycle has. */
export const tooNarrow = (page: string, id: string, texts: FrameTexts): HTMLElement =>
  element('aside', { class: 'narrow' }, [
    element('p', {}, [texts.tooNarrow]),
    page === 'editor'
      ? element('a', { href: `/definitions?definition=${encodeURIComponent(id)}` }, [texts.seePicture])
      : element('a', { href: '/cases' }, [texts.seeCases]),
  ]);
