import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { http } from '@/api/http';
import { statusOf } from '@/api/problem';

export type ImportBatch = {
  id: number;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  progress: number;
  rowsRead: number;
  rowsRejected: number;
  ym: string | null;
  stamp: string | null;
  files: { name: string; rows: number; rejected: number; format: string | null; kept: boolean }[];
  problems: { file: string; line: number | null; column: string | null; reason: string; warning: boolean }[];
  startedAt: string;
  endedAt: string | null;
};

type ImportList = ImportBatch[] | { items: ImportBatch[] };

const whileRunning = 1_000;

export const useImports = () =>
  useQuery({
    queryKey: ['imports'],
    queryFn: async () => {
      const answer = await http.get<ImportList>('/api/imports');
      return Array.isArray(answer) ? answer : answer.items;
    },
  });

/** The hub tells when a batch moves; asking every second as well keeps the bar honest when the hub is away. */
export const useImport = (id: string) => {
  const client = useQueryClient();
  const batch = useQuery({
    queryKey: ['import', id],
    queryFn: () => http.get<ImportBatch>(`/api/imports/${id}`),
    enabled: id !== '',
    refetchInterval: ({ state }) => (state.data?.state === 'running' && statusOf(state.error) !== 404 ? whileRunning : false),
  });
  const ended = statusOf(batch.error) === 404 ? 'dropped' : batch.data?.state;
  useEffect(() => {
    if (ended && ended !== 'running') {
      ['imports', 'workbench'].forEach((key) => void client.invalidateQueries({ queryKey: [key] }));
    }
  }, [client, ended]);
  return batch;
};
