import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';

export type Decision = 'to-handle' | 'ignored' | 'reanalyse';

/** By name, or everything that a filter of the list shows. */
export type Target = { ids: number[] } | { filter: Record<string, string> };
type Request = Target & { decision: Decision; reason?: string };
export type Triaged = { changed: number; refused: { id: number; reason: string }[]; refusedCount: number; more: boolean };

/** Decides about several anomalies at once; those that may not change are named with their reason, the others are done. */
export const useTriageAnomalies = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Request) => http.post<Triaged>('/api/anomalies/triage', request),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['anomalies'] }), client.invalidateQueries({ queryKey: ['workbench'] })]),
  });
};
