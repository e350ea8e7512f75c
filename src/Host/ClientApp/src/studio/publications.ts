import { button, element } from './element';
import { tell } from './notes';
import type { FrameTexts } from './texts';

interface Difference {
  kind: 'added' | 'removed' | 'changed';
  what: string;
  before: string | null;
  after: string | null;
  by: string[];
}

interface Publication {
  id: number;
  definitionId: string;
  name: string;
  version: number;
  publishedVersion?: number | null;
  kind: 'publish' | 'retract';
  state: 'open' | 'approved' | 'rejected' | 'voided';
  requestedBy: string;
  requestedAt: string;
  comment: string | null;
  canDecide: boolean;
  differences: Difference[];
  warnings: string[];
}

const ADDRESS = '/elsa/api/publication-requests';

const sentence = (difference: Difference, texts: FrameTexts): string =>
  `${texts[difference.kind]} ${difference.what}` + (difference.kind === 'changed' ? `: ${difference.before ?? '–'} → ${difference.after ?? '–'}` : '');

const differencesOf = (request: Publication, texts: FrameTexts): HTMLElement =>
  request.differences.length === 0
    ? element('p', {}, [texts.noChanges])
    : element('ul', {}, request.differences.map((each) => element('li', { class: each.kind }, [
        sentence(each, texts),
        ...(each.by.length === 0 ? [] : [element('span', { class: 'by' }, [each.by.join('、')])]),
      ])));

/** Both versions on one canvas; a first version has nothing to be compared with. */
const pictureOf = (request: Publication, texts: FrameTexts): HTMLElement[] => {
  const { publishedVersion } = request;
  const address = `/definitions/${encodeURIComponent(request.definitionId)}/difference`;
  return typeof publishedVersion !== 'number' ? [] : [
    element('p', {}, [element('a', { class: 'picture', href: `${address}?from=${publishedVersion}&to=${request.version}` }, [texts.showDifference])]),
  ];
};

const warningsOf = (request: Publication, texts: FrameTexts): HTMLElement[] =>
  request.warnings.length === 0 ? [] : [
    element('h4', {}, [texts.warnings]),
    element('ul', { class: 'findings' }, request.warnings.map((warning) => element('li', { class: 'warning' }, [warning]))),
  ];

const decide = async (request: Publication, verb: 'approve' | 'reject', comment: string, texts: FrameTexts, reload: () => void): Promise<void> => {
  if (verb === 'reject' && comment.trim() === '') {
    tell(texts.commentNeeded);
    return;
  }
  const answer = await window.fetch(`${ADDRESS}/${request.id}/${verb}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ comment }),
  });
  if (answer.ok) {
    reload();
  }
};

const card = (request: Publication, texts: FrameTexts, language: string, reload: () => void): HTMLElement => {
  const comment = element('textarea', { rows: '2', placeholder: texts.comment, 'aria-label': texts.comment });
  const facts = [
    `${texts[request.kind]} · ${texts.version} ${request.version} · ${texts[request.state]}`,
    `${texts.author}: ${request.requestedBy} · ${new Date(request.requestedAt).toLocaleString(language === 'en' ? 'en-GB' : 'zh-CN')}`,
  ];
  const actions = request.canDecide
    ? [
        comment,
        button(texts.approve, () => void decide(request, 'approve', comment.value, texts, reload), 'primary'),
        button(texts.reject, () => void decide(request, 'reject', comment.value, texts, reload)),
      ]
    : request.state === 'open' ? [element('p', {}, [texts.own])] : [element('p', {}, [request.comment ?? ''])];
  return element('article', { 'data-request': String(request.id), 'data-state': request.state }, [
    element('h3', {}, [element('a', { href: `/studio/definitions/${encodeURIComponent(request.definitionId)}` }, [request.name])]),
    ...facts.map((fact) => element('p', {}, [fact])),
    ...(request.state === 'open' && request.kind === 'publish'
      ? [element('h4', {}, [texts.changes]), differencesOf(request, texts), ...pictureOf(request, texts)]
      : []),
    ...warningsOf(request, texts),
    ...actions,
  ]);
};

/** The review page: what another person wants to publish, what it would change, and the second pair of eyes. */
export const showPublications = async (texts: FrameTexts, language: string): Promise<void> => {
  const answer = await window.fetch(ADDRESS);
  const { items } = (await answer.json()) as { items: Publication[] };
  const reload = (): void => void showPublications(texts, language);
  document.getElementById('stage')?.replaceChildren(
    element('section', { class: 'publications' }, [
      element('h2', {}, [texts.publications]),
      ...(items.length === 0 ? [element('p', {}, [texts.noRequests])] : items.map((each) => card(each, texts, language, reload))),
    ]),
  );
};
