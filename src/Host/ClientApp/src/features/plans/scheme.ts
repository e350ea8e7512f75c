import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';
import type { Named } from './plan';

export type Scheme = {
  id: number;
  number: string;
  title: string;
  type: string;
  orgName: string;
  units: Named[];
  themes: Named[];
  periodFrom: string;
  periodTo: string;
  goal: string;
  checklist: string;
  basis: string;
  state: 'draft' | 'submitted' | 'approved' | 'in-force' | 'closed' | 'cancelled';
  planId: number | null;
  planMonth: number | null;
  createdBy: string;
  createdAt: string;
  approvedBy: string | null;
  remark: string | null;
  mine: boolean;
};

export type SchemeTask = { id: number; number: string; title: string; state: string; createdAt: string };

export type Member = { accountId: number; name: string; orgName: string; role: string; units: Named[] };
export const memberRoles = ['leader', 'deputy', 'inspector', 'recorder', 'adviser'] as const;

export const schemeStates = ['draft', 'submitted', 'approved', 'in-force', 'closed'] as const;
export const inspectionTypes = ['online', 'routine', 'special', 'onsite', 'review', 'sampling'] as const;
export const schemeKey = ['schemes'] as const;

export const useScheme = (id: string) => useQuery({ queryKey: [...schemeKey, id], queryFn: () => http.get<{ scheme: Scheme; team: Member[]; tasks: SchemeTask[] }>(`/api/schemes/${id}`) });

type TaskType = { code: string; stateGrid: string; southernGrid: string; tableCode: string };

export const useTaskTypes = () => useQuery({ queryKey: ['task-types'], queryFn: () => http.get<TaskType[]>('/api/task-types'), staleTime: Infinity });
