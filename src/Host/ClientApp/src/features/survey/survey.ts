import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';

export type QualityRule = { code: string; kind: string; name: string; specialty: string; level: string; ruleSql: string };

export type Question = { key: string; zh: string; en: string; kind: 'boolean' | 'text' | 'number'; required: boolean };

export type Checklist = { code: string; nameZh: string; nameEn: string; rules: string[]; questions: Question[]; enabled: boolean };

export type CampaignRow = {
  id: number;
  number: string;
  title: string;
  checklist: string;
  orgName: string;
  ym: string;
  source: string | null;
  rhythm: string;
  startDay: string;
  endDay: string;
  state: string;
  total: number;
  open: number;
};

export type ProgressLine = { orgNo: string; orgName: string; team: string; found: number; checked: number; corrected: number; total: number; open: number };

export type SurveyRun = {
  id: number;
  state: string;
  startedAt: string;
  endedAt: string | null;
  found: number;
  new: number;
  corrected: number;
  errors: string[];
  problem: string | null;
  stamp: string | null;
};

export type Campaign = Omit<CampaignRow, 'checklist' | 'total' | 'open'> & {
  questions: Question[];
  teams: { id: number; name: string; members: string[]; units: string[] }[];
  period: { start: string; end: string } | null;
  progress: ProgressLine[];
  rules: { code: string; name: string; kind: string; total: number; open: number }[];
  runs: SurveyRun[];
  reports: { start: string; end: string; lines: ProgressLine[] }[];
  mayManage: boolean;
};

export type Finding = {
  id: number;
  ruleCode: string;
  ruleName: string;
  objKey: string;
  orgNo: string;
  orgName: string;
  metric: number;
  limitValue: number;
  state: string;
  note: string | null;
  answers: Record<string, unknown> | null;
  foundAt: string;
  checkedAt: string | null;
  settledAt: string | null;
  anomalyId: number | null;
  version: number;
};

export const findingStates = ['found', 'confirmed', 'no-defect', 'corrected'] as const;

export const useRules = () => useQuery({ queryKey: ['survey', 'rules'], queryFn: () => http.get<QualityRule[]>('/api/survey/rules'), staleTime: 600_000 });

export const useChecklists = () => useQuery({ queryKey: ['survey', 'checklists'], queryFn: () => http.get<Checklist[]>('/api/survey/checklists') });

/** Asked again while a run goes on: its end is what everybody waits for. */
export const useCampaign = (id: string) =>
  useQuery({
    queryKey: ['survey', 'campaign', id],
    queryFn: () => http.get<Campaign>(`/api/survey/campaigns/${id}`),
    refetchInterval: (query) => (query.state.data?.runs[0]?.state === 'running' ? 2000 : false),
  });
