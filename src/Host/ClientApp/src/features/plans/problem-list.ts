import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';

export type ProblemList = { id: number; orgNo: string; orgName: string; week: string; open: number; overdue: number; confirmed: number; createdAt: string; schemeId: number | null; schemeTitle: string | null };

export type ProblemLine = {
  caseId: number;
  caseNumber: string;
  orgName: string;
  themeCode: string;
  themeName: string;
  objKey: string;
  metric: number;
  limitValue: number;
  stage: string;
  urgency: string;
  dueAt: string | null;
  dueSoonAt: string | null;
  state: string;
  conclusion: string | null;
};

export const useProblemList = (id: string) =>
  useQuery({ queryKey: ['problem-lists', id], queryFn: () => http.get<{ list: ProblemList; lines: ProblemLine[] }>(`/api/problem-lists/${id}`) });
