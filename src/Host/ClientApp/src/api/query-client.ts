import { QueryCache, MutationCache, QueryClient } from '@tanstack/react-query';
import { statusOf } from './problem';

export const sessionKey = ['session'] as const;

/** An answer of 401 anywhere means the session is over: the shell then shows the sign-in page and comes back afterwards. */
const onError = (error: unknown): void => {
  if (statusOf(error) === 401) {
    queryClient.setQueryData(sessionKey, null);
  }
};

const worthRetrying = (count: number, error: unknown): boolean => {
  const status = statusOf(error);
  return count < 2 && (status === undefined || status === 0 || status >= 500);
};

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // A laptop without a network still reaches a server on itself: 'always', or the browser's opinion of the network would hold back reads and sends without a word.
    queries: { retry: worthRetrying, staleTime: 15_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
