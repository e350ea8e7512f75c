import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { http } from '@/api/http';

export const decisions = ['to-handle', 'ignored', 'reanalyse'] as const;

export type Decision = (typeof decisions)[number];

/** By name, or everything that a filter of the list shows. */
export type Target = { ids: number[] } | { filter: Record<string, string> };
type Request = Target & { decision: Decision; reason?: string };

/** How far a decision is: a few rows are through with the answer, many are judged behind it, also when nobody looks. */
export type Triage = {
  id: number | null;
  state: 'running' | 'done';
  total: number;
  judged: number;
  changed: number;
  refused: { id: number; reason: string }[];
  refusedCount: number;
  more: boolean;
};

/** Decides about several anomalies at once; those that may not change are named with their reason, the others are done. A repeat after a lost answer decides nothing again. */
export const useTriageAnomalies = () => {
  const client = useQueryClient();
  const [requestKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (request: Request) => http.post<Triage>('/api/anomalies/triage', { ...request, requestKey }),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['anomalies'] }), client.invalidateQueries({ queryKey: ['workbench'] })]),
  });
};

/** Follows a decision about many until it is through. */
export const useTriage = (begun: Triage | undefined) => {
  const client = useQueryClient();
  const { data = begun } = useQuery({
    queryKey: ['triage', begun?.id],
    queryFn: () => http.get<Triage>(`/api/anomalies/triage/${begun?.id}`),
    enabled: begun?.state === 'running',
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : 1_000),
  });
  const through = data?.state === 'done';
  useEffect(() => {
    if (through) {
      void client.invalidateQueries({ queryKey: ['anomalies'] });
      void client.invalidateQueries({ queryKey: ['workbench'] });
    }
  }, [client, through]);
  return data;
};
