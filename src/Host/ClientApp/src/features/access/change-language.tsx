import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { sessionKey } from '@/api/query-client';
import type { Session } from '@/api/types';

/** Remembers the language with the account, so that notifications and errors come in it too, then asks again for texts the server wrote. */
export const useChangeLanguage = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (language: string) => http.put<void>('/api/session/language', { language }),
    onSuccess: (_, language) => {
      client.setQueryData<Session | null>(sessionKey, (account) => (account ? { ...account, language } : account));
      return client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    },
  });
};
