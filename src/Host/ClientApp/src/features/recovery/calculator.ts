import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import type { Text } from '@/api/types';

export type CalculatorField = {
  name: string;
  type: 'number' | 'date' | 'choice';
  label: Text;
  unit: string;
  default: string;
  min: number;
  max: number | null;
  options: { value: string; label: Text }[] | null;
};

export type Calculator = { key: string; title: Text; basis: Text; fields: CalculatorField[]; themes: string[] };
export type Calculation = { yuan: number; lines: { label: Text; value: number; unit: string }[]; upperBound: boolean };

/** The list is the same for everybody and changes only with the product. */
export const useCalculators = (open: boolean) =>
  useQuery({ queryKey: ['calculators'], queryFn: () => http.get<Calculator[]>('/api/calculators'), enabled: open, staleTime: Infinity });

export const useCalculate = () =>
  useMutation({
    mutationFn: ({ key, values }: { key: string; values: Record<string, string> }) => http.post<Calculation>(`/api/calculators/${encodeURIComponent(key)}`, values),
  });

/** An amount taken over: what it recovers, what of it punishes, and the sheet that tells how it came about. */
export type Kept = { yuan: number; penalty: number; evidence: { fileName: string } };

/** Takes an amount over: worked out once more by the server, and its sheet kept as evidence of the case. */
export const useKeepCalculation = (caseId: number) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, values }: { key: string; values: Record<string, string> }) => http.post<Kept>(`/api/cases/${caseId}/calculations`, { calculator: key, values }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', String(caseId)] }),
  });
};
