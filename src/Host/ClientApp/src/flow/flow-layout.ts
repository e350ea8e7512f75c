import type { FlowActivity, FlowConnection, Flowchart, Point } from './flow-definition';

export type Box = { id: string; x: number; y: number; width: number; height: number; activity: FlowActivity };
export type Edge = { id: string; from: string; to: string; port: string; label: string; points: Point[]; labelAt: Point };
export type Layout = { boxes: Box[]; edges: Edge[]; x: number; y: number; width: number; height: number };

const nodeHeight = 52;
const nodeMinWidth = 120;
const gap = 80;
const margin = 24;
const laneGap = 22;

/** Places the nodes where the designer has them and leads the arrows in right angles; loops back run in lanes below. */
export const layoutFlow = (root: Flowchart): Layout => {
  const activities = root.activities ?? [];
  const known = new Set(activities.map((activity) => activity.id));
  const connections = (root.connections ?? []).filter((one) => known.has(one.source.activity) && known.has(one.target.activity));
  const boxes = placeBoxes(activities, connections);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const bottom = Math.max(0, ...boxes.map((box) => box.y + box.height));
  let lane = 0;
  const edges = connections.map((connection, index) => {
    const from = byId.get(connection.source.activity) as Box;
    const to = byId.get(connection.target.activity) as Box;
    const vertices = connection.vertices ?? [];
    const goesBack = to.x < from.x + from.width && vertices.length === 0;
    const points = goesBack ? backRoute(from, to, bottom + laneGap * ++lane) : forwardRoute(from, to, vertices);
    return { id: `${index}`, from: from.id, to: to.id, port: connection.source.port || 'Done', label: portLabel(connection), points, labelAt: labelPoint(points) };
  });
  return { boxes, edges, ...bounds(boxes, edges) };
};

/** The place that the designer gave to a node, at least as large as we draw it. */
export const boxOf = (activity: FlowActivity) => {
  const designer = activity.metadata?.designer;
  return {
    x: designer?.position?.x ?? 0,
    y: designer?.position?.y ?? 0,
    width: Math.max(nodeMinWidth, designer?.size?.width ?? 0),
    height: Math.max(nodeHeight, designer?.size?.height ?? 0),
  };
};

const placeBoxes = (activities: FlowActivity[], connections: FlowConnection[]): Box[] => {
  const ranks = rank(activities, connections);
  const perRank = new Map<number, number>();
  return activities.map((activity) => {
    const column = ranks.get(activity.id) ?? 0;
    const row = perRank.get(column) ?? 0;
    perRank.set(column, row + 1);
    const at = activity.metadata?.designer?.position ?? { x: column * (nodeMinWidth + gap), y: row * (nodeHeight + 40) };
    return { ...boxOf(activity), id: activity.id, x: at.x, y: at.y, activity };
  });
};

/** Breadth first from the nodes nobody leads to: the column of a node without a designer position. */
const rank = (activities: FlowActivity[], connections: FlowConnection[]): Map<string, number> => {
  const targets = new Set(connections.map((one) => one.target.activity));
  const starts = activities.filter((one) => !targets.has(one.id));
  const ranks = new Map<string, number>();
  const queue = (starts.length > 0 ? starts : activities.slice(0, 1)).map((one) => one.id);
  queue.forEach((id) => ranks.set(id, 0));
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const next = (ranks.get(id) ?? 0) + 1;
    for (const { source, target } of connections) {
      if (source.activity === id && !ranks.has(target.activity)) {
        ranks.set(target.activity, next);
        queue.push(target.activity);
      }
    }
  }
  return ranks;
};

const forwardRoute = (from: Box, to: Box, vertices: Point[]): Point[] => {
  const start = sideOf(from, vertices[0], 'right');
  const end = sideOf(to, vertices.at(-1), 'left');
  const route = [start];
  for (const next of [...vertices, end]) {
    const last = route[route.length - 1] as Point;
    if (Math.abs(last.y - next.y) > 1 && Math.abs(last.x - next.x) > 1) {
      const middle = last.x + (next.x - last.x) / 2;
      route.push({ x: middle, y: last.y }, { x: middle, y: next.y });
    }
    route.push(next);
  }
  return route;
};

/** Where a line leaves or enters a node: at top or bottom when its next bend stands straight above or below, else at the usual side. */
const sideOf = (box: Box, bend: Point | undefined, usual: 'left' | 'right'): Point => {
  if (bend && bend.x > box.x && bend.x < box.x + box.width) {
    return { x: bend.x, y: bend.y < box.y ? box.y : box.y + box.height };
  }
  return { x: usual === 'right' ? box.x + box.width : box.x, y: box.y + box.height / 2 };
};

const backRoute = (from: Box, to: Box, y: number): Point[] => {
  const out = from.x + from.width * 0.65;
  const into = to.x + to.width * 0.35;
  return [
    { x: out, y: from.y + from.height },
    { x: out, y },
    { x: into, y },
    { x: into, y: to.y + to.height },
  ];
};

/** In the middle of the longest stretch, so that lines that begin together do not write over each other. */
const labelPoint = (points: Point[]): Point => {
  const stretches = points.slice(1).map((to, index) => ({ from: points[index] as Point, to }));
  const length = ({ from, to }: { from: Point; to: Point }): number => Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const { from, to } = stretches.reduce((best, one) => (length(one) > length(best) ? one : best));
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 6 };
};

const portLabel = ({ source }: FlowConnection): string => (source.port && !['Done', 'Out', 'Default'].includes(source.port) ? source.port : '');

const bounds = (boxes: Box[], edges: Edge[]) => {
  const points = [
    ...boxes.flatMap((box) => [{ x: box.x, y: box.y }, { x: box.x + box.width, y: box.y + box.height }]),
    ...edges.flatMap((edge) => edge.points),
  ];
  if (points.length === 0) {
    return { x: 0, y: 0, width: 1, height: 1 };
  }
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs) - margin;
  const y = Math.min(...ys) - margin;
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y };
};
