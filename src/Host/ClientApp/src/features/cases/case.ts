import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';
import type { Evidence, StageKey } from '@/api/types';
import type { Answers, FormDefinition } from '@/forms/form-definition';

export type CaseRow = {
  id: number;
  number: string;
  title: string;
  themeCode: string;
  themeName: string;
  orgName: string;
  stage: string;
  state: string;
  urgency: string;
  dueAt: string | null;
  dueSoonAt: string | null;
  overdue: boolean;
  itemCount: number;
  createdAt: string;
};

export type CaseItem = { id: number; objKey: string; metric: number; limitValue: number; conclusion: string | null; anomalyId: number; ownConclusion: string | null };

export type CaseStage = { key: StageKey; state: 'done' | 'current' | 'waiting'; at: string | null };

export type CaseAnswer = {
  workItemId: string;
  title: string;
  formKey: string;
  formVersion: number;
  form: FormDefinition | null;
  answers: Answers | null;
  outcome: string | null;
  comment: string | null;
  by: string;
  at: string;
  sealed: boolean;
};

/** What several people who were asked together came to. */
export type CaseSummary = { title: string; asked: number; outcomes: { outcome: string; votes: number }[]; at: string };

export type AuditCase = Omit<CaseRow, 'itemCount'> & {
  orgNo: string;
  specialty: string;
  level: string;
  conclusion: string | null;
  rootCause: string | null;
  recoveredYuan: number;
  score: number | null;
  returns: number;
  escalationLevel: number;
  closedAt: string | null;
  task: { id: number; number: string } | null;
  items: CaseItem[];
  evidence: Evidence[];
  openWorkItems: { id: string; title: string; roleName: string; canAnswer: boolean; dueAt: string | null; stoppedAt: string | null }[];
  stages: CaseStage[];
  answers: CaseAnswer[];
  summaries: CaseSummary[];
  mayConcludeItems: boolean;
  reopenings: number;
  mayCancel: boolean;
  mayReopen: boolean;
};

export const useCase = (id: string) => useQuery({ queryKey: ['case', id], queryFn: () => http.get<AuditCase>(`/api/cases/${id}`) });
