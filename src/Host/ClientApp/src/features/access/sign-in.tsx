import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http, refreshAntiforgery } from '@/api/http';
import { sessionKey } from '@/api/query-client';
import type { Session } from '@/api/types';
import { adoptLanguage } from '@/locales/i18n';

type Credentials = { userName: string; password: string };

/** Opens a session. Whatever an earlier account had loaded is forgotten first. */
export const useSignIn = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => http.post<{ account: Session }>('/api/session', credentials),
    onSuccess: async ({ account }) => {
      await refreshAntiforgery();
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
      client.setQueryData(sessionKey, account);
      adoptLanguage(account.language);
    },
  });
};
