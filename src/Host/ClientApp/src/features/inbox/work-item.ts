import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';
import type { Outcome } from '@/api/types';
import type { Answers, FormDefinition } from '@/forms/form-definition';

export type WorkItemRow = {
  id: string;
  title: string;
  subject: string;
  subjectKind: string;
  subjectId: number;
  subjectNumber: string;
  stage: string;
  roleName: string;
  urgency: string;
  openedAt: string;
  dueAt: string | null;
  dueSoonAt: string | null;
  stoppedAt: string | null;
  state: string;
  orgName: string;
  outcome: string | null;
};

/** Why a step stands open again: who sent it back from which step, or why a closed order was taken up again. */
export type SentBack = { step: string | null; outcome: string | null; cause: string | null; by: string; at: string; text: string | null };

export type WorkItem = WorkItemRow & {
  version: number;
  form: FormDefinition | null;
  outcomes: Outcome[];
  prefill: Answers;
  canAnswer: boolean;
  answers?: Answers | null;
  sentBack: SentBack | null;
};

export const workItemKey = (id: string) => ['work-item', id] as const;

export const useWorkItem = (id: string) =>
  useQuery({ queryKey: workItemKey(id), queryFn: () => http.get<WorkItem>(`/api/work-items/${encodeURIComponent(id)}`) });

/** Where a person works on it: the page of the task or case it belongs to. */
export const workItemPath = (row: Pick<WorkItemRow, 'id' | 'subjectKind' | 'subjectId'>): string =>
  `/${row.subjectKind === 'task' ? 'tasks' : 'cases'}/${row.subjectId}?item=${encodeURIComponent(row.id)}`;
