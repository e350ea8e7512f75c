import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { http, query } from '@/api/http';
import type { Page } from '@/api/types';

type Filter = Record<string, string | number | boolean | null | undefined>;

/** A keyset-paged list: `next` of one answer is `after` of the following question. Rows of the old filter stay until the new ones are there. */
export function usePages<T>(key: QueryKey, path: string, filter: Filter, take = 50) {
  const result = useInfiniteQuery({
    queryKey: [...key, filter],
    queryFn: ({ pageParam }) => http.get<Page<T>>(path + query({ ...filter, after: pageParam, take })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (old) => old,
  });
  const pages = result.data?.pages;
  return {
    ...result,
    rows: pages?.flatMap((page) => page.items) ?? [],
    total: pages?.[0]?.total,
    more: { hasMore: result.hasNextPage, loading: result.isFetchingNextPage, onMore: () => void result.fetchNextPage() },
  };
}
