import { button, element } from './element';
import { tell } from './notes';
import { selectOnCanvas } from './canvas';
import type { FrameTexts } from './texts';

interface Finding {
  severity: 'error' | 'warning';
  text: string;
  activityId: string | null;
  node: string | null;
}

type View = 'check' | 'code';

const OPEN = 'studio.panel';
const definitionAt = (id: string): string => `/elsa/api/workflow-definitions/${encodeURIComponent(id)}/findings`;
const codeAt = (id: string): string => `/elsa/api/workflow-definitions/${encodeURIComponent(id)}/export?versionOptions=Latest`;

const lineOf = (finding: Finding): HTMLElement => {
  const line = element('li', { class: finding.severity });
  const { activityId } = finding;
  line.append(activityId === null ? finding.text : button(finding.text, () => selectOnCanvas(activityId), 'finding'));
  return line;
};

/** The findings in the order of the server: errors, which stop publication, then warnings, which the approval must comment on. */
export const findingsList = (findings: readonly Finding[], texts: FrameTexts): HTMLElement =>
  findings.length === 0 ? element('p', { class: 'clean' }, [texts.nothingFound]) : element('ul', { class: 'findings' }, findings.map(lineOf));

/** Beside the canvas: what the check says about the draft as it is stored, and its JSON in readable Chinese. It asks again after each save. */
export const showPanel = (id: string, texts: FrameTexts): { refresh: () => void } => {
  let view: View = 'check';
  const badge = element('span', { class: 'badge' });
  const body = element('div', { class: 'panel-body', tabindex: '0' });
  const tabs = element('div', { role: 'tablist' });
  const aside = element('aside', { id: 'panel', 'aria-label': texts.check });

  const setOpen = (open: boolean): void => {
    document.body.dataset.panel = open ? 'open' : 'closed';
    localStorage.setItem(OPEN, open ? '1' : '0');
    window.dispatchEvent(new Event('resize'));
  };

  const showFindings = async (): Promise<void> => {
    const answer = await window.fetch(definitionAt(id));
    if (!answer.ok) {
      return;
    }
    const { items } = (await answer.json()) as { items: Finding[] };
    const errors = items.filter((item) => item.severity === 'error').length;
    badge.textContent = items.length === 0 ? '✓' : String(items.length);
    badge.dataset.state = errors > 0 ? 'error' : items.length > 0 ? 'warning' : 'clean';
    if (view === 'check') {
      body.replaceChildren(findingsList(items, texts));
    }
  };

  const showCode = async (): Promise<void> => {
    const answer = await window.fetch(codeAt(id));
    const code = await answer.text();
    if (view === 'code') {
      body.replaceChildren(
        button(texts.copy, () => void navigator.clipboard.writeText(code).then(() => tell(texts.copied))),
        element('pre', {}, [code]),
      );
    }
  };

  const refresh = (): void => void Promise.all([showFindings(), ...(view === 'code' ? [showCode()] : [])]);
  const tab = (name: View, text: string): HTMLButtonElement => {
    const made = button(text, () => {
      view = name;
      tabs.querySelectorAll('button').forEach((each) => each.setAttribute('aria-selected', String(each === made)));
      refresh();
    });
    made.setAttribute('role', 'tab');
    made.setAttribute('aria-selected', String(name === view));
    return made;
  };

  tabs.append(tab('check', texts.check), tab('code', texts.code));
  aside.append(
    button('', () => setOpen(document.body.dataset.panel !== 'open'), 'handle'),
    element('div', { class: 'panel-inside' }, [tabs, body]),
  );
  const handle = aside.querySelector('.handle') as HTMLButtonElement;
  handle.append(badge, element('span', { class: 'handle-text' }, [texts.check]));
  handle.setAttribute('aria-label', texts.togglePanel);
  handle.title = texts.togglePanel;
  document.body.append(aside);
  setOpen(localStorage.getItem(OPEN) === '1');
  refresh();
  return { refresh };
};
