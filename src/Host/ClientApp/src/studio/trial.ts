import { button, element } from './element';
import type { FrameTexts } from './texts';

interface Step {
  activityId: string;
  node: string;
  kind: 'automatic' | 'human' | 'wait';
  options: string[];
  /** What the outcomes are called in the reader's language. */
  labels: Readonly<Record<string, string | null>>;
  outcome: string | null;
  note: string | null;
  at: string;
  inside: string | null;
}

interface Result {
  name: string;
  version: number;
  end: 'finished' | 'stopped' | 'faulted';
  reason: string | null;
  passedBy: number;
  steps: Step[];
}

const run = async (id: string, choices: readonly string[]): Promise<Result> => {
  const answer = await window.fetch(`/elsa/api/workflow-definitions/${encodeURIComponent(id)}/trial`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ choices }),
  });
  return (await answer.json()) as Result;
};

/** What was chosen up to and including this question, the last one replaced; what came after it is decided anew. */
export const choicesUpTo = (steps: readonly Step[], index: number, chosen: string): string[] => [
  ...steps.slice(0, index).flatMap((step) => (step.kind === 'human' && step.outcome !== null ? [step.outcome] : [])),
  chosen,
];

const choiceOf = (step: Step, texts: FrameTexts, choose: (outcome: string) => void): HTMLElement => {
  const select = element('select', { 'aria-label': `${step.node}: ${texts.outcome}` }, step.options.map((option) =>
    element('option', { value: option, ...(option === step.outcome ? { selected: '' } : {}) }, [step.labels[option] ?? option]),
  ));
  select.addEventListener('change', () => choose(select.value));
  return select;
};

const stepLine = (step: Step, texts: FrameTexts, language: string, choose: (outcome: string) => void): HTMLElement =>
  element('li', { class: step.kind, 'data-activity': step.activityId }, [
    ...(step.inside === null ? [] : [element('span', { class: 'inside' }, [`${step.inside} › `])]),
    element('strong', {}, [step.node]),
    element('span', { class: 'kind' }, [texts[step.kind]]),
    ...(step.options.length > 1 ? [choiceOf(step, texts, choose)] : step.outcome === null ? [] : [element('span', { class: 'outcome' }, [step.labels[step.outcome] ?? step.outcome])]),
    element('span', { class: 'note-text' }, [step.note ?? '']),
    ...(step.kind === 'automatic' ? [] : [element('time', {}, [new Date(step.at).toLocaleString(language === 'en' ? 'en-GB' : 'zh-CN')])]),
  ]);

/** The path a draft would take. Run in memory: choosing another outcome runs it anew from there. */
export const showTrial = async (id: string, texts: FrameTexts, language: string, choices: readonly string[] = []): Promise<void> => {
  const result = await run(id, choices);
  const again = (next: readonly string[]): void => void showTrial(id, texts, language, next);
  document.getElementById('stage')?.replaceChildren(
    element('section', { class: 'publications trial' }, [
      element('h2', {}, [`${texts.trial}: ${result.name} · ${texts.version} ${result.version}`]),
      element('p', { class: 'mark' }, [texts.trialMark]),
      element('ol', {}, result.steps.map((step, index) => stepLine(step, texts, language, (outcome) => again(choicesUpTo(result.steps, index, outcome))))),
      element('p', { class: `end ${result.end}` }, [`${texts[result.end]}${result.reason === null ? '' : `: ${result.reason}`}`]),
      ...(result.passedBy === 0 ? [] : [element('p', {}, [texts.passedBy.replace('{0}', String(result.passedBy))])]),
      button(texts.trialAgain, () => again([]), 'primary'),
      element('a', { href: `/studio/definitions/${encodeURIComponent(id)}` }, [texts.backToEditor]),
    ]),
  );
};
