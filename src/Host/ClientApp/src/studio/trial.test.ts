import { describe, expect, it } from 'vitest';
import { choicesUpTo } from './trial';

const step = (kind: 'human' | 'automatic', outcome: string) => ({ activityId: 'a', node: 'n', kind, options: [], labels: {}, outcome, note: null, at: '', inside: null });

describe('choicesUpTo', () => {
  it('keeps the answers before the question and drops those after it', () => {
    const steps = [step('human', '签收'), step('automatic', 'Done'), step('human', '提交'), step('human', '同意')];
    expect(choicesUpTo(steps, 2, '退回')).toEqual(['签收', '退回']);
  });
});
