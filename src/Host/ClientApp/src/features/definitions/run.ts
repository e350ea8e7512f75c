import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, query } from '@/api/http';
import { usePages } from '@/ui/use-pages';
import { deskPath } from './version';

export type RunState = 'running' | 'done' | 'stopped' | 'failed' | 'interrupted';

/** One run over many cases: a replay, a migration or its rehearsal. */
export type Run = {
  id: number;
  kind: 'replay' | 'migration' | 'rehearsal';
  toVersion: number;
  state: RunState;
  total: number;
  finished: number;
  request: Record<string, unknown> | null;
  summary: Record<string, number>;
  error: string | null;
  startedBy: string;
  startedAt: string;
  endedAt: string | null;
};

export type RunLine<T> = { seq: number; subject: string; number: string; verdict: string; detail: T };

export const useRuns = (definitionId: string, kind: string) =>
  useQuery({ queryKey: ['runs', definitionId, kind], queryFn: () => http.get<Run[]>(`/api${deskPath(definitionId, 'runs')}${query({ kind })}`) });

/** Asked again every second while it runs. */
export const useRun = (id: string) =>
  useQuery({
    queryKey: ['run', id],
    queryFn: () => http.get<Run>(`/api/lifecycle-runs/${id}`),
    enabled: id !== '',
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
  });

export const useRunLines = <T>(run: Run, verdict: string) =>
  usePages<RunLine<T>>(['run', String(run.id), 'lines', run.state, run.finished], `/api/lifecycle-runs/${run.id}/lines`, { verdict });

export const useStartRun = <T>(definitionId: string, what: 'migrations' | 'replays') => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: T) => http.post<{ id: number }>(`/api${deskPath(definitionId, what)}`, request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['runs', definitionId] }),
  });
};

export const useStopRun = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => http.post<void>(`/api/lifecycle-runs/${id}/stop`),
    onSettled: () => client.invalidateQueries({ queryKey: ['run'] }),
  });
};

/** Address of the case or task behind a line. */
export const subjectPath = (subject: string): string => `/${subject.replace('case/', 'cases/').replace('task/', 'tasks/')}`;
