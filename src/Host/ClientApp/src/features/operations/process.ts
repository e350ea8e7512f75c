import { useMutation, useQuery } from '@tanstack/react-query';
import { http, query } from '@/api/http';

export type NodeRef = { activityId: string; name: string };

/** One live token of a process: where it stands, how it can leave, and where it can be moved. */
export type Token = { activityInstanceId: string; activityId: string; name: string; type: string; failed: boolean; outcomes: string[]; targets: NodeRef[] };

export type Process = {
  id: string;
  definitionId: string;
  definitionVersion: number;
  correlationId: string | null;
  status: string;
  subStatus: string;
  suspended: boolean;
  variables: Record<string, unknown>;
  activities: Token[];
};

export type ProcessLine = { id: string; definitionId: string; definitionVersion: number; subject: string; number: string; title: string; status: string; suspended: boolean; updatedAt: string };

/** What a repair would do if it were done now; nothing was written. */
export type Forecast = { status: string; leaves: NodeRef[]; opens: NodeRef[]; incidents: string[]; refused: string | null };

export type Repairing =
  | { action: 'edit-variable'; instanceId: string; name: string; value: unknown }
  | { action: 'move-token'; instanceId: string; activityInstanceId: string; toActivityId: string };

const of = (id: string) => `/api/operations/instances/${encodeURIComponent(id)}`;

export const useProcess = (id: string) => useQuery({ queryKey: ['operations', 'process', id], queryFn: () => http.get<Process>(of(id)) });

export const useProcesses = (q: string) =>
  useQuery({ queryKey: ['operations', 'processes', q], queryFn: () => http.get<ProcessLine[]>('/api/operations/instances' + query({ q })), enabled: q.trim() !== '' });

export const useForecast = () => useMutation({ mutationFn: ({ instanceId, ...repair }: Repairing) => http.post<Forecast>(`${of(instanceId)}/preview`, repair) });
