import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { http } from '@/api/http';

export type Scan = {
  id: number;
  ym: string;
  state: 'running' | 'done' | 'failed' | 'cancelled' | 'no-data';
  cause: 'manual' | 'schedule';
  progress: number;
  total: number;
  currentTheme: string | null;
  source: string | null;
  problem: string | null;
  stamp: string | null;
  startedAt: string;
  endedAt: string | null;
  themes: { code: string; found: number; new: number; durationMs: number; error?: string | null; version: number; cleared: number; white: number; keyless: number }[];
};

type ScanList = Scan[] | { items: Scan[] };

export const useScans = () =>
  useQuery({
    queryKey: ['scans'],
    queryFn: async () => {
      const answer = await http.get<ScanList>('/api/scans');
      return Array.isArray(answer) ? answer : answer.items;
    },
  });

export const useScan = (id: string) => {
  const client = useQueryClient();
  const scan = useQuery({
    queryKey: ['scan', id],
    queryFn: () => http.get<Scan>(`/api/scans/${id}`),
    enabled: id !== '',
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
  });
  const state = scan.data?.state;
  useEffect(() => {
    if (state && state !== 'running') {
      ['scans', 'anomalies', 'workbench'].forEach((key) => void client.invalidateQueries({ queryKey: [key] }));
    }
  }, [client, state]);
  return scan;
};
