import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, query } from '@/api/http';

export type IncidentGroup = { definitionId: string; definitionVersion: number; activityId: string; code: string; count: number; reason: string; lastAt: string; step: string; outcomes: string[] };

export type Incident = {
  instanceId: string;
  activityInstanceId: string;
  activityId: string;
  definitionId: string;
  definitionVersion: number;
  code: string;
  reason: string;
  occurredAt: string;
  subject: string | null;
  suspended: boolean;
  number: string | null;
  step: string;
  outcomes: string[];
};

export type Letter = {
  kind: string;
  id: string;
  about: string;
  instanceId: string | null;
  subject: string | null;
  reason: string | null;
  at: string;
  attempts: number;
  waits: boolean;
};

export type EngineHealth = {
  well: boolean;
  reading: {
    at: string;
    due: number;
    oldestDue: string | null;
    waiting: number;
    parked: number;
    dead: number;
    incidents: number;
    suspended: number;
    sweeps: number;
    lastSweepAt: string | null;
    lastSweepMs: number;
    worstLagSeconds: number;
    lagSeconds: number;
  };
  reconciledAt: string | null;
  findings: { kind: string; instanceId: string | null; about: string }[];
  triggers: {
    definitionId: string;
    definitionVersion: number;
    activityId: string;
    name: string;
    schedule: string | null;
    dueAt: string | null;
    fired: number;
    lastFiredAt: string | null;
    lastError: string | null;
  }[];
};

export type Repair = { action: string; activityInstanceId?: string; outcome?: string; name?: string; value?: unknown; toActivityId?: string; reason: string };

const refetchInterval = 15_000;

type IncidentPage = { groups: IncidentGroup[]; items: Incident[]; next: string | null };

/** Newest first; the groups come with the first page and count all. */
export const useIncidents = () =>
  useInfiniteQuery({
    queryKey: ['operations', 'incidents'],
    queryFn: ({ pageParam }) => http.get<IncidentPage>('/api/operations/incidents' + query({ after: pageParam })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval,
  });

export const useLetters = () => useQuery({ queryKey: ['operations', 'letters'], queryFn: () => http.get<Letter[]>('/api/operations/letters'), refetchInterval });

export const useEngineHealth = () =>
  useQuery({ queryKey: ['operations', 'health'], queryFn: () => http.get<EngineHealth>('/api/operations/health'), refetchInterval });

/** A decision after which everything on the page is asked again. Each attempt has a key of its own, so that a repeated click acts once. */
const useDecision = <TRequest, TAnswer>(decide: (request: TRequest) => Promise<TAnswer>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn: decide, onSuccess: () => client.invalidateQueries({ queryKey: ['operations'] }) });
};

export const useRepair = () =>
  useDecision(({ instanceId, ...repair }: Repair & { instanceId: string; requestKey: string }) =>
    http.post<{ status: string }>(`/api/operations/instances/${encodeURIComponent(instanceId)}/repair`, repair),
  );

export const useRepairAlike = () =>
  useDecision(({ group, ...rest }: { group: IncidentGroup; outcome?: string; reason: string; requestKey: string }) =>
    http.post<{ done: number; failed: number }>('/api/operations/incidents/repair-alike', {
      definitionId: group.definitionId,
      definitionVersion: group.definitionVersion,
      activityId: group.activityId,
      code: group.code,
      ...rest,
    }),
  );

export const useDecideLetter = () =>
  useDecision((request: { kind: string; id: string; decision: string; reason: string }) => http.post<void>('/api/operations/letters/decide', request));

/** The page of the case or task that a process is about. */
export const pathOf = (subject: string | null): string | undefined => {
  const [kind, id] = (subject ?? '').split('/');
  return id && (kind === 'case' || kind === 'task') ? `/${kind}s/${id}` : undefined;
};
