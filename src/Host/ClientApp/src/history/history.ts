import { useInfiniteQuery } from '@tanstack/react-query';
import { http, query } from '@/api/http';
import type { Page } from '@/api/types';

export type HistoryRow = {
  seq: number;
  at: string;
  actorName: string;
  kind: string;
  from: string | null;
  to: string | null;
  outcome: string | null;
  comment: string | null;
  definitionVersion: number | null;
  data: unknown;
  hash: string;
};

/** `subject` is "cases/42" or "tasks/7". */
export const useHistory = (subject: string) =>
  useInfiniteQuery({
    queryKey: ['history', subject],
    queryFn: ({ pageParam }) => http.get<Page<HistoryRow>>(`/api/${subject}/history${query({ after: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
