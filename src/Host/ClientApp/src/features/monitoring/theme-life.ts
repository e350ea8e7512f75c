import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import type { Text } from '@/api/types';

export type ParameterValue = string | number | string[];
export type Override = { orgNo: string; value: ParameterValue };
export type Parameter = { name: string; value: ParameterValue; unit: string; label: Text; min?: number | null; max?: number | null; overrides?: Override[] };
export type Finding = { orgNo: string; objKey: string; metric: number; limitValue: number };

export type Trial = {
  ym: string;
  today: string;
  rows: number;
  first: Finding[];
  durationMs: number;
  plan: string[];
  statement: string;
  comparedWith: number | null;
  comparedRows: number | null;
  added: number;
  addedFirst: Finding[];
  gone: number;
  goneFirst: Finding[];
  by: string;
  at: string;
  source: string | null;
};

export type ThemeContent = {
  nameZh: string;
  nameEn: string;
  specialty: string;
  level: string;
  frequency: string;
  timing?: string | null;
  validFrom?: string | null;
  validTo?: string | null;
  calibre: string;
  purposeZh: string;
  purposeEn: string;
  basis: string;
  rule: string[];
  causes: { zh: string; en: string }[];
  checks: { zh: string; en: string }[];
  calibreEn?: string | null;
  basisEn?: string | null;
  parameters: Parameter[];
};

export type ThemeVersion = {
  code: string;
  number: number;
  state: 'draft' | 'tested' | 'submitted' | 'approved' | 'retired';
  origin: 'shipped' | 'own';
  inUse: boolean;
  changeReason: string | null;
  writtenBy: string;
  createdAt: string;
  approvedBy: string | null;
  approvedAt: string | null;
  effectiveFrom: string | null;
  retiredAt: string | null;
  rowVersion: number;
  mine: boolean;
  content: ThemeContent | null;
  test: Trial | null;
};

export type HistoryLine = { seq: number; at: string; actorName: string; kind: string; data: Record<string, unknown> | null; hash: string };

export type Changes = Partial<Omit<ThemeContent, 'rule'>> & { ruleSql?: string };

export const isOpen = (version: ThemeVersion): boolean => ['draft', 'tested', 'submitted'].includes(version.state);

export const useThemeVersions = (code: string) => useQuery({ queryKey: ['theme-life', code], queryFn: () => http.get<ThemeVersion[]>(`/api/themes/${code}/versions`) });

export const useThemeVersion = (code: string, number: string) =>
  useQuery({ queryKey: ['theme-life', code, number], queryFn: () => http.get<ThemeVersion>(`/api/themes/${code}/versions/${number}`) });

export const useThemeRequests = () => useQuery({ queryKey: ['theme-life', 'requests'], queryFn: () => http.get<ThemeVersion[]>('/api/theme-requests') });

export const useThemeHistory = (code: string) => useQuery({ queryKey: ['theme-life', code, 'history'], queryFn: () => http.get<HistoryLine[]>(`/api/themes/${code}/history`) });

/**
 * Every step of a theme's life changes lists, versions and history alike. The page of a version is drawn anew with each revision, and callbacks of `mutate`
 * end with their page: what is to follow a step stands behind `mutateAsync`.
 */
export function useThemeStep<T, R = void>(step: (request: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['theme-life'] }), client.invalidateQueries({ queryKey: ['themes'] })]),
  });
}
