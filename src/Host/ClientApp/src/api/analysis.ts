import { useEffect, useRef } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, query } from './http';

export type AnalysisFailure = { code: string; text: string; position: number | null };

/** A calculation that goes on after the answer: how far it is, what came out, or why it failed. */
export type Analysis<R> = {
  id: number;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  progress: number;
  step: string | null;
  startedAt: string;
  endedAt: string | null;
  result: R | null;
  problem: AnalysisFailure | null;
};

type Use<R, Q> = { kind: string; subject: string; start: (request: Q) => Promise<{ id: number }>; onEnd?: (run: Analysis<R>) => void; enabled?: boolean };

/** The newest calculation of a kind about something; it survives a reload, and another browser sees the same one. */
export function useAnalysis<R, Q = void>({ kind, subject, start, onEnd, enabled = true }: Use<R, Q>) {
  const client = useQueryClient();
  const key = ['analysis', kind, subject];
  const newest = useQuery({
    queryKey: key,
    enabled,
    queryFn: async () => (await http.get<Analysis<R>[]>(`/api/analyses${query({ kind, subject })}`))[0] ?? null,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
  });
  const run = newest.data ?? null;
  const watched = useRef<number>(undefined);
  useEffect(() => {
    if (run?.state === 'running') {
      watched.current = run.id;
    } else if (run && watched.current === run.id) {
      watched.current = undefined;
      onEnd?.(run);
    }
  });
  const begin = useMutation({
    mutationFn: start,
    onSuccess: async ({ id }) => {
      watched.current = id;
      await client.invalidateQueries({ queryKey: key });
    },
  });
  const cancel = useMutation({
    mutationFn: () => http.post<void>(`/api/analyses/${run?.id}/cancel`),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  return { run, running: begin.isPending || run?.state === 'running', begin, cancel };
}
