import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAnalysis } from '@/api/analysis';
import { http, query } from '@/api/http';
import type { Text } from '@/api/types';

export type Share = { value: number; low: number; high: number };

export type PrecisionLine = {
  key: string;
  name: string;
  orgNo: string | null;
  themeCode: string | null;
  version: number | null;
  confirmed: number;
  unfounded: number;
  open: number;
  missed: number | null;
  suspected: number;
  rate: Share | null;
  recall: Share | null;
};

export type Precision = { lines: PrecisionLine[]; total: PrecisionLine; months: number };

export type JudgedItem = {
  caseId: number;
  caseNumber: string;
  themeCode: string;
  themeName: string;
  version: number;
  ym: string;
  orgName: string;
  objKey: string;
  metric: number;
  limitValue: number;
  verdict: 'confirmed' | 'unfounded' | 'open';
  conclusion: string | null;
  closedAt: string | null;
};

export type Step = { value: number; confirmedKept: number; confirmedLost: number; unfoundedKept: number; unfoundedDropped: number; rate: Share | null };

export type Threshold = {
  code: string;
  version: number;
  parameter: { name: string; value: number; unit: string; label: Text } | null;
  above: boolean;
  certain: boolean;
  judged: number;
  unweighed: number;
  steps: Step[];
  suggested: Step | null;
  unavailable: 'no-parameter' | 'no-cases' | 'no-direction' | null;
};

export type BacktestMonth = {
  ym: string;
  found: number;
  confirmedKept: number;
  confirmedLost: number;
  unfoundedKept: number;
  unfoundedDropped: number;
  unjudged: number;
  mended: number;
};

export type BacktestResult = { number: number; controlNumber: number | null; months: BacktestMonth[]; total: BacktestMonth; rate: Share | null; durationMs: number };

export const periods = [3, 6, 12, 24] as const;
export const groupings = ['theme', 'version', 'unit'] as const;

/** "66.7 %", or a dash where nothing was judged. */
export const percent = (share: number | null | undefined): string => (share === null || share === undefined ? '—' : `${(share * 100).toFixed(1)}%`);

type Question = { by: string; org: string; theme: string; months: string };

export const usePrecision = (question: Question) =>
  useQuery({ queryKey: ['precision', question], queryFn: () => http.get<Precision>(`/api/precision${query(question)}`) });

export const useThreshold = (code: string, value: number | null) =>
  useQuery({ queryKey: ['precision', 'threshold', code, value], queryFn: () => http.get<Threshold>(`/api/themes/${code}/threshold${query({ value })}`), placeholderData: (old) => old });

export const usePropose = (code: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: { value: number; reason: string }) => http.post<{ number: number }>(`/api/themes/${code}/threshold`, request),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['theme-life'] }), client.invalidateQueries({ queryKey: ['precision'] })]),
  });
};

/** A backtest works on after the answer; its result stays with the version. */
export const useBacktest = (code: string, number: number) => {
  const client = useQueryClient();
  return useAnalysis<BacktestResult, { months: number; source?: string }>({
    kind: 'backtest',
    subject: `theme/${code}/${number}`,
    start: (request) => http.post<{ id: number }>(`/api/themes/${code}/versions/${number}/backtest`, request),
    onEnd: () => void client.invalidateQueries({ queryKey: ['theme-life'] }),
  });
};
