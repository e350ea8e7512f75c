import { expect, test } from 'vitest';
import type { Flowchart } from './flow-definition';
import { layoutFlow } from './flow-layout';

const at = (id: string, x: number, y = 0) => ({ id, type: `Audit.${id}`, metadata: { designer: { position: { x, y }, size: { width: 120, height: 52 } } } });
const line = (source: string, target: string, port = 'Done') => ({ source: { activity: source, port }, target: { activity: target, port: 'In' } });
const loop: Flowchart = {
  activities: [at('Handle', 0), at('Review', 200), at('Close', 400)],
  connections: [line('Handle', 'Review'), line('Review', 'Close', '同意'), line('Review', 'Handle', '退回')],
};

test('Nodes_StandWhereTheDesignerPutThem', () => {
  expect(layoutFlow(loop).boxes.map((box) => [box.id, box.x, box.y])).toEqual([
    ['Handle', 0, 0],
    ['Review', 200, 0],
    ['Close', 400, 0],
  ]);
});

test('Arrows_RunInRightAngles', () => {
  for (const edge of layoutFlow(loop).edges) {
    edge.points.slice(1).forEach((point, index) => {
      const before = edge.points[index];
      expect(point.x === before?.x || point.y === before?.y).toBe(true);
    });
  }
});

test('LoopBack_RunsBelowAllNodesAndKeepsItsPortName', () => {
  const back = layoutFlow(loop).edges.find((edge) => edge.label === '退回');
  expect(Math.max(...(back?.points ?? []).map((point) => point.y))).toBeGreaterThan(52);
});

test('OrdinaryPorts_HaveNoLabel', () => {
  expect(layoutFlow(loop).edges[0]?.label).toBe('');
});

test('NodesWithoutPositions_AreLaidOutByDistanceFromTheStart', () => {
  const bare: Flowchart = { activities: [{ id: 'b', type: 'B' }, { id: 'a', type: 'A' }], connections: [line('a', 'b')] };
  const [b, a] = layoutFlow(bare).boxes;
  expect(b?.x).toBeGreaterThan(a?.x ?? 0);
});

test('ConnectionToAMissingNode_IsLeftOut', () => {
  expect(layoutFlow({ ...loop, connections: [line('Handle', 'nowhere')] }).edges).toEqual([]);
});

test('BendAboveANode_LeavesAndEntersAtItsTop', () => {
  const bent = { ...line('Review', 'Handle', '退回'), vertices: [{ x: 260, y: -60 }, { x: 60, y: -60 }] };
  const [edge] = layoutFlow({ ...loop, connections: [bent] }).edges;
  expect(edge?.points).toEqual([{ x: 260, y: 0 }, { x: 260, y: -60 }, { x: 60, y: -60 }, { x: 60, y: 0 }]);
  expect(edge?.labelAt).toEqual({ x: 160, y: -66 });
});
