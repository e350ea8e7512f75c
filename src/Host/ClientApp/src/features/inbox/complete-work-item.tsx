import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { isProblem, type Problem } from '@/api/problem';
import type { Answers } from '@/forms/form-definition';

type Request = { requestKey: string; version: number; outcome: string; comment: string; answers: Answers };
type Done = { subject: string; stage: string; state: string };

export type Gone = { state: string; completedBy: string | null; completedAt: string | null };
export type ServerFieldError = { field: string; code: string; message: string };

/** Answers one work item. Everything that may look different afterwards is asked again; the draft is dropped by the caller on success only. */
export const useCompleteWorkItem = (id: string) => {
  const client = useQueryClient();
  return useMutation<Done, Error, Request>({
    mutationFn: (request) => http.post<Done>(`/api/work-items/${encodeURIComponent(id)}/complete`, request),
    onSuccess: () => refresh(client, id),
    onError: (error) => {
      if (isProblem(error, 'work-item-gone')) {
        void refresh(client, id);
      }
    },
  });
};

const affected = ['work-items', 'workbench', 'case', 'cases', 'task', 'tasks', 'history', 'notifications', 'hazards'];

const refresh = async (client: ReturnType<typeof useQueryClient>, id: string): Promise<void> => {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['work-item', id] }),
    ...affected.map((key) => client.invalidateQueries({ queryKey: [key] })),
  ]);
};

export const goneFrom = (problem: Problem): Gone => ({
  state: (problem.body.state as string | undefined) ?? '',
  completedBy: (problem.body.completedBy as string | null) ?? null,
  completedAt: (problem.body.completedAt as string | null) ?? null,
});

export const fieldErrorsFrom = (problem: Problem): ServerFieldError[] => (problem.body.errors as ServerFieldError[] | undefined) ?? [];
