import { useMutation, useQuery } from '@tanstack/react-query';
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

export type Calculator = { key: string; title: Text; basis: Text; fields: CalculatorField[] };
export type Calculation = { yuan: number; lines: { label: Text; value: number; unit: string }[]; upperBound: boolean };

/** The list is the same for everybody and changes only with the product. */
export const useCalculators = (open: boolean) =>
  useQuery({ queryKey: ['calculators'], queryFn: () => http.get<Calculator[]>('/api/calculators'), enabled: open, staleTime: Infinity });

export const useCalculate = () =>
  useMutation({
    mutationFn: ({ key, values }: { key: string; values: Record<string, string> }) => http.post<Calculation>(`/api/calculators/${encodeURIComponent(key)}`, values),
  });
