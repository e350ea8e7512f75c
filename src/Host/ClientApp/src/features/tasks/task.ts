import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';

export const taskTypes = ['online', 'routine', 'special', 'review', 'sampling', 'onsite'] as const;
export const urgencies = ['critical', 'urgent', 'normal'] as const;

export type TaskRow = {
  id: number;
  number: string;
  title: string;
  type: string;
  urgency: string;
  stage: string;
  state: string;
  orgName: string;
  createdBy: string;
  createdAt: string;
  closedAt: string | null;
  anomalyCount: number;
};

export type AuditTask = TaskRow & {
  cases: { id: number; number: string; orgName: string; stage: string; state: string }[];
  workItem: { id: string } | null;
  mayWithdraw: boolean;
};

export const useTask = (id: string) => useQuery({ queryKey: ['task', id], queryFn: () => http.get<AuditTask>(`/api/tasks/${id}`) });
