import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { http } from '@/api/http';
import { useErrorText } from '@/ui/state-views';

export type White = {
  id: number;
  number: string;
  type: 'cannot-fix' | 'normal';
  themeCode: string;
  themeName: string;
  objKey: string;
  orgName: string;
  level: string;
  reason: string;
  proof: string;
  fixDate: string | null;
  validFrom: string;
  validTo: string;
  renewals: number;
  state: 'applied' | 'reviewed' | 'effective' | 'rejected' | 'expired' | 'cancelled';
  appliedBy: string;
  appliedAt: string;
  endReason: string | null;
  mine: boolean;
  reviewedByMe: boolean;
};

export const whiteStates = ['applied', 'reviewed', 'effective', 'rejected', 'expired', 'cancelled'] as const;

export type Share = { orgNo: string; orgName: string; anomalies: number; white: number; part: number; alarm: boolean };

export const useShares = () => useQuery({ queryKey: ['whitelist', 'share'], queryFn: () => http.get<Share[]>('/api/whitelist/share') });

/** Every step changes the list, the shares and the anomalies alike. */
export function useWhiteStep<T>(step: (values: T) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: step,
    onSuccess: () => {
      onDone();
      return Promise.all([client.invalidateQueries({ queryKey: ['whitelist'] }), client.invalidateQueries({ queryKey: ['anomalies'] })]);
    },
    onError: (error) => void message.error(errorText(error), 6),
  });
}
