import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http, refreshAntiforgery } from '@/api/http';
import { sessionKey } from '@/api/query-client';

export const useSignOut = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete<void>('/api/session'),
    onSuccess: async () => {
      await refreshAntiforgery();
      client.setQueryData(sessionKey, null);
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    },
  });
};
