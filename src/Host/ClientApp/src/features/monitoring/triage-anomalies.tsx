import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';

export type Decision = 'to-handle' | 'ignored' | 'reanalyse';

type Request = { ids: number[]; decision: Decision; reason?: string };
export type Triaged = { changed: number; refused: { id: number; reason: string }[] };

/** Decides about several anomalies at once; those that may not change are named with their reason, the others are done. */
export const useTriageAnomalies = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Request) => http.post<Triaged>('/api/anomalies/triage', request),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['anomalies'] }), client.invalidateQueries({ queryKey: ['workbench'] })]),
  });
};
