import { expect, test } from 'vitest';
import { marksOf, mergeFlows, type Difference } from './difference';

const at = (id: string, x: number, y = 0) => ({ id, type: 'Audit.Handle', metadata: { displayText: id, designer: { position: { x, y }, size: { width: 120, height: 52 } } } });
const change = (id: string, kind: Difference['nodes'][number]['kind'], inside: string | null = null) => ({ id, name: id, type: 'T', kind, inside, inputs: [] });
const difference: Difference = {
  definitionId: 'd',
  name: 'D',
  from: { version: 1, state: 'published', root: { activities: [at('a', 0), at('old', 200)], connections: [] } },
  to: { version: 2, state: 'draft', root: { activities: [at('a', 0), at('new', 210)], connections: [{ source: { activity: 'a', port: 'Done' }, target: { activity: 'new' } }] } },
  nodes: [change('old', 'removed'), change('new', 'added')],
  arrows: [{ source: 'a', port: 'Done', target: 'old', kind: 'removed' }, { source: 'a', port: 'Done', target: 'new', kind: 'added' }],
};

test('RemovedNode_StandsInThePicture_BelowWhoeverTookItsPlace', () => {
  const merged = mergeFlows(difference);
  expect(merged.activities?.map((one) => one.id)).toEqual(['a', 'new', 'old']);
  expect(merged.activities?.[2]?.metadata?.designer?.position).toEqual({ x: 200, y: 76 });
});

test('RemovedArrow_IsDrawnBesideTheKeptOnes', () => {
  expect(mergeFlows(difference).connections?.map((one) => one.target.activity)).toEqual(['new', 'old']);
});

test('ChangeInsideALoop_MarksTheLoop', () => {
  const marks = marksOf({ ...difference, nodes: [change('line', 'changed', 'loop'), change('gone', 'removed', 'loop')] });
  expect([...marks]).toEqual([['loop', 'changed']]);
});

test('FirstVersion_HasNothingToDrawBeside', () => {
  expect(mergeFlows({ ...difference, from: null, nodes: [], arrows: [] }).activities).toHaveLength(2);
});
