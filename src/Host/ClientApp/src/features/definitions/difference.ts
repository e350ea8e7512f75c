import { useQuery } from '@tanstack/react-query';
import { http, query } from '@/api/http';
import type { Text } from '@/api/types';
import type { FlowActivity, FlowConnection, Flowchart } from '@/flow/flow-definition';
import { boxOf } from '@/flow/flow-layout';
import { deskPath } from './version';

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

export type NodeChange = {
  id: string;
  name: string;
  type: string;
  kind: ChangeKind;
  inside: string | null;
  inputs: { name: string; label: Text | null; before: string | null; after: string | null }[];
};

export type ArrowChange = { source: string; port: string; target: string; kind: 'added' | 'removed' };

type Side = { version: number; state: string; root: Flowchart };

export type Difference = { definitionId: string; name: string; from: Side | null; to: Side; nodes: NodeChange[]; arrows: ArrowChange[] };

export const useDifference = (definitionId: string, from: string, to: string) =>
  useQuery({
    queryKey: ['definitions', definitionId, 'difference', from, to],
    queryFn: () => http.get<Difference>(`/api${deskPath(definitionId, 'difference')}${query({ from, to })}`),
    placeholderData: (old) => old,
  });

/** One chart that holds both versions: the newer one, and what it no longer has at the place where it stood, moved down where that place is taken. */
export const mergeFlows = ({ from, to, nodes, arrows }: Difference): Flowchart => {
  const gone = new Set(nodes.filter((node) => node.kind === 'removed' && node.inside === null).map((node) => node.id));
  const kept = to.root.activities ?? [];
  const taken = kept.map(boxOf);
  const back = (from?.root.activities ?? []).filter((activity) => gone.has(activity.id)).map((activity) => {
    const freed = intoFreePlace(activity, taken);
    taken.push(boxOf(freed));
    return freed;
  });
  const removed: FlowConnection[] = arrows.filter((arrow) => arrow.kind === 'removed').map((arrow) => ({
    source: { activity: arrow.source, port: arrow.port },
    target: { activity: arrow.target },
  }));
  return { ...to.root, activities: [...kept, ...back], connections: [...(to.root.connections ?? []), ...removed] };
};

type Place = ReturnType<typeof boxOf>;

const room = 24;

const intoFreePlace = (activity: FlowActivity, taken: Place[]): FlowActivity => {
  const place = boxOf(activity);
  let y = place.y;
  for (let hit = hitBy({ ...place, y }, taken); hit; hit = hitBy({ ...place, y }, taken)) {
    y = hit.y + hit.height + room;
  }
  return { ...activity, metadata: { ...activity.metadata, designer: { ...activity.metadata?.designer, position: { x: place.x, y } } } };
};

const hitBy = (place: Place, taken: Place[]): Place | undefined =>
  taken.find((one) => place.x < one.x + one.width && one.x < place.x + place.width && place.y < one.y + one.height && one.y < place.y + place.height);

/** What the canvas marks: a change inside a loop marks the loop, because that is what is drawn. */
export const marksOf = (difference: Difference): Map<string, ChangeKind> => {
  const marks = new Map<string, ChangeKind>();
  difference.nodes.forEach((node) => {
    const drawn = node.inside ?? node.id;
    marks.set(drawn, node.inside === null ? node.kind : (marks.get(drawn) ?? 'changed'));
  });
  return marks;
};

/** Names of nodes of either version, for arrows. */
export const namesOf = ({ from, to }: Difference): Map<string, string> =>
  new Map([...(from?.root.activities ?? []), ...(to.root.activities ?? [])].map((one) => [one.id, one.metadata?.displayText || one.name || one.id]));
