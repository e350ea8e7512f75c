import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';

type Request = { requestKey: string; title: string; type: string; urgency: string; anomalyIds: number[] };

/** Makes a task of anomalies. The request key makes a second press of the button harmless. */
export const useCreateTask = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Request) => http.post<{ id: number; number: string }>('/api/tasks', request),
    onSuccess: () => Promise.all(['anomalies', 'tasks', 'work-items', 'workbench'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
};
