import { App } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { useErrorText } from '@/ui/state-views';

export type Named = { code: string; name: string };

export type PlanLine = {
  id: number;
  number: string;
  year: number;
  orgName: string;
  state: string;
  chosen: number;
  opinionsDueAt: string | null;
  opinionsDueSoonAt: string | null;
  createdBy: string;
  createdAt: string;
  approvedBy: string | null;
};

export type PlanMonth = { month: number; themeCode: string; themeName: string; specialty: string; focus: string; counties: Named[] };

export type Opinion = { specialty: string; accountId: number; officer: string; verdict: string | null; text: string | null; answeredAt: string | null; mine: boolean };

export type Plan = Omit<PlanLine, 'chosen'> & {
  round: number;
  remark: string | null;
  mine: boolean;
  months: PlanMonth[];
  opinions: Opinion[];
  specialties: string[];
  officers: { id: number; name: string; orgName: string }[];
  counties: Named[];
};

export type PlanCheck = { code: string; population: number | null; wanted: number | null; got: number | null; state: 'satisfied' | 'missing' | 'unknown'; reason: string | null };

export const planKey = ['plans'] as const;

export const usePlans = () => useQuery({ queryKey: [...planKey], queryFn: () => http.get<PlanLine[]>('/api/plans') });

export const usePlan = (id: string) => useQuery({ queryKey: [...planKey, id], queryFn: () => http.get<Plan>(`/api/plans/${id}`) });

export const useChecks = (id: number, month: number) =>
  useQuery({ queryKey: [...planKey, id, 'checks', month], queryFn: () => http.get<PlanCheck[]>(`/api/plans/${id}/months/${month}/checks`) });

type ThemeLine = { code: string; nameZh: string; nameEn: string };

export const useThemeNames = () => useQuery({ queryKey: ['themes'], queryFn: () => http.get<ThemeLine[]>('/api/themes'), staleTime: 300_000 });

/** A step of a plan, scheme or sample: what it touches is read again, what it is refused for is said. */
export function useStep<T, R>(keys: readonly (readonly string[])[], step: (values: T) => Promise<R>, onDone: (result: R) => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: step,
    onSuccess: (result) => {
      onDone(result);
      return Promise.all([...keys, ['history']].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    onError: (error) => void message.error(errorText(error), 6),
  });
}
