import { rememberNames, showIcons } from './activity-icons';
import { speakChinese } from './dictionary';
import { showFrame } from './frame';
import { guardFetch } from './guarded-fetch';
import { keepHidden, rememberVersions } from './hiding';
import { importQuestion } from './importing';
import { hookHistory, mountStudio } from './mount';
import { tooNarrow } from './narrow';
import { tell, tellConflict } from './notes';
import { showPanel } from './panel';
import { showPublications } from './publications';
import { readSession, signInAddress } from './session';
import './studio.css';
import { textsIn } from './texts';
import { showTrial } from './trial';

declare global {
  interface Window {
    Blazor?: { start: () => Promise<void> };
  }
}

const { page = '', id = '' } = document.body.dataset;
const plainFetch = window.fetch.bind(window);

const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
const texts = textsIn(language);

/** The bar needs to know who is there; Studio starts meanwhile. Nobody there is led to sign-in. */
const greet = async (): Promise<void> => {
  const session = await readSession(plainFetch);
  if (session !== undefined) {
    showFrame(page, session, texts, plainFetch);
  }
};

const startStudio = async (panel: { current?: { refresh: () => void } | undefined }): Promise<void> => {
  panel.current = page === 'editor' ? showPanel(id, texts) : undefined;
  localStorage.setItem('BlazorCulture', language === 'en' ? 'en-US' : 'zh-CN');
  hookHistory();
  keepHidden(document.body, page);
  showIcons(document.body);
  if (language !== 'en') {
    speakChinese(document.body);
  }
  if (page === 'editor' || page === 'viewer') {
    document.body.append(tooNarrow(page, id, texts));
  }
  await mountStudio(page, id, () => window.Blazor?.start() ?? Promise.reject(new Error(texts.failed)));
};

const run = async (): Promise<void> => {
  const panel: { current?: { refresh: () => void } | undefined } = {};
  window.fetch = guardFetch(plainFetch, language === 'en' ? 'en' : 'zh-CN', {
    signedOut: () => location.assign(signInAddress()),
    refused: tell,
    conflict: (message, unsaved) => tellConflict(message, unsaved, texts),
    saved: () => panel.current?.refresh(),
    listed: rememberVersions,
    importing: importQuestion(texts),
    described: rememberNames,
  });
  const content = page === 'publications' ? showPublications(texts, language) : page === 'trial' ? showTrial(id, texts, language) : startStudio(panel);
  await Promise.all([greet(), content]);
};

run().catch((error: unknown) => tell(String(error)));
