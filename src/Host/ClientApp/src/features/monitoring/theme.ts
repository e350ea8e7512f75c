import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';
import type { Text } from '@/api/types';

export type Theme = {
  code: string;
  version: number;
  nameZh: string;
  nameEn: string;
  specialty: string;
  level: string;
  frequency: string;
  purposeZh: string;
  parameters: { name: string; value: string | number | string[]; unit: string | null; label: Text; min?: number | null; max?: number | null }[];
};

export type ThemeDetail = Theme & {
  purposeEn: string;
  timing: string;
  validFrom: string | null;
  validTo: string | null;
  calibre: string;
  ruleSql: string;
  causes: string | null;
  checks: string | null;
  basis: string | null;
};

export const useThemes = () => useQuery({ queryKey: ['themes'], queryFn: () => http.get<Theme[]>('/api/themes'), staleTime: 300_000 });

export const useTheme = (code: string) => useQuery({ queryKey: ['themes', code], queryFn: () => http.get<ThemeDetail>(`/api/themes/${code}`) });
