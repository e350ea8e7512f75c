import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';

export type QualityLine = {
  orgNo: string;
  orgName: string;
  level: number;
  closed: number;
  firstPass: number;
  firstPassPercent: number | null;
  sampled: number;
  passed: number;
  passPercent: number | null;
  failed: number;
  falsified: number;
  points: number;
  score: number | null;
};

export type Quality = { ym: string; weight: number; lines: QualityLine[] };

export const useQuality = (ym: string, org?: string) =>
  useQuery({
    queryKey: ['evaluation', 'quality', ym, org ?? ''],
    queryFn: () => http.get<Quality>(`/api/evaluation/quality?${new URLSearchParams({ ...(ym ? { ym } : {}), ...(org ? { org } : {}) }).toString()}`),
  });

export const percent = (value: number | null): string => (value === null ? '—' : `${value} %`);
