import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';

export type HazardRow = {
  id: number;
  number: string;
  title: string;
  specialty: string;
  rootCause: string | null;
  caseId: number | null;
  caseNumber: string | null;
  status: string;
  createdAt: string;
};

export type Hazard = HazardRow & { bodyHtml: string; bodyMd: string };

export const useHazard = (id: string) => useQuery({ queryKey: ['hazards', id], queryFn: () => http.get<Hazard>(`/api/hazards/${id}`) });
