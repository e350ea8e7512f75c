import { useQuery } from '@tanstack/react-query';
import { http, query } from '@/api/http';
import type { Flowchart } from '@/flow/flow-definition';
import { deskPath } from './version';

export type HeatNode = { id: string; visits: number; medianHours: number | null; p90Hours: number | null; waiting: number; overdue: number; returned: number };

export type Heat = {
  definitionId: string;
  name: string;
  version: number;
  root: Flowchart;
  cases: number;
  capped: boolean;
  nodes: HeatNode[];
  arrows: { source: string; port: string; target: string; count: number }[];
};

export type HeatFilter = { version: string; from: string; to: string; org: string };

export const useHeat = (definitionId: string, filter: HeatFilter) =>
  useQuery({
    queryKey: ['definitions', definitionId, 'heat', filter],
    queryFn: () => http.get<Heat>(`/api${deskPath(definitionId, 'heat')}${query(filter)}`),
    placeholderData: (old) => old,
  });

/** What the colour stands for. */
export const measures = ['p90', 'median', 'visits', 'waiting', 'overdue', 'returned'] as const;

export type Measure = (typeof measures)[number];

export const valueOf = (node: HeatNode, measure: Measure): number =>
  ({ p90: node.p90Hours ?? 0, median: node.medianHours ?? 0, visits: node.visits, waiting: node.waiting, overdue: node.overdue, returned: node.returned })[measure];

export const shades = 5;

/** Shade 0 to 5 of a node: none for nothing, else fifths of the largest value. */
export const shadeOf = (value: number, largest: number): number => (value <= 0 || largest <= 0 ? 0 : Math.max(1, Math.ceil((value / largest) * shades)));
