import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, query } from '@/api/http';

export const roles = ['analyst', 'county-auditor', 'handler', 'reviewer', 'process-owner', 'specialty-officer', 'expert', 'director', 'provincial-manager', 'auditor', 'administrator'] as const;

export type AccountRow = {
  id: number;
  userName: string;
  displayName: string;
  personNo: string;
  orgNo: string;
  orgName: string;
  roles: string[];
  disabled: boolean;
};

type AccountList = AccountRow[] | { items: AccountRow[] };

export const useAccounts = (q: string) =>
  useQuery({
    queryKey: ['accounts', q],
    queryFn: async () => {
      const answer = await http.get<AccountList>(`/api/accounts${query({ q })}`);
      return Array.isArray(answer) ? answer : answer.items;
    },
    placeholderData: (old) => old,
  });

/** A mutation after which the list of accounts is asked again. */
export const useAccountChange = <TRequest, TAnswer>(change: (request: TRequest) => Promise<TAnswer>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }) });
};
