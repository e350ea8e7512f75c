import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';

export type Sample = {
  id: number;
  number: string;
  title: string;
  purpose: string;
  ym: string;
  orgName: string;
  stratifyBy: string;
  ratePercent: number;
  least: number;
  seed: string;
  algorithm: string;
  ruleSql: string;
  themeCode: string;
  themeName: string;
  population: number;
  drawn: number;
  picked: number;
  state: 'drawn' | 'frozen' | 'tasked';
  taskId: number | null;
  taskNumber: string | null;
  planId: number | null;
  createdBy: string;
  createdAt: string;
};

export type Stratum = { stratum: string; population: number; wanted: number; drawn: number };

export type SampleItem = {
  objKey: string;
  orgName: string;
  specialty: string;
  stratum: string;
  place: number;
  metric: number;
  reason: string | null;
  anomalyId: number | null;
  caseId: number | null;
  grade: Grade | null;
  gradeNote: string | null;
  gradedBy: string | null;
  gradedAt: string | null;
  reopenedCaseId: number | null;
};

export const grades = ['pass', 'minor', 'fail', 'falsified'] as const;
export type Grade = (typeof grades)[number];
export type SampleResult = { graded: number; failed: number; drawn: number; drawnFailed: number; points: number; passPercent: number | null; upperPercent: number | null };

export type WholeSample = { sample: Sample; strata: Stratum[]; items: SampleItem[]; result: SampleResult; upperIfAllPass: number | null };

/** Whether it was drawn by the table of sampling instead of one share. */
export const byTable = (sample: Sample): boolean => sample.stratifyBy === 'table';

export type Proof = { same: boolean; population: number; drawn: number; seed: string; algorithm: string };

/** The share that each purpose asks for, when nobody says another. */
export const purposes: Record<string, number> = { 'hv-connection': 30, 'call-back': 40, 'closed-order': 10, anomaly: 10, rule: 10 };
export const sampleStates = ['drawn', 'frozen', 'tasked'] as const;
export const dimensions = ['unit', 'specialty', 'voltage'] as const;
export const sampleKey = ['samples'] as const;

export const useSample = (id: string) => useQuery({ queryKey: [...sampleKey, id], queryFn: () => http.get<WholeSample>(`/api/samples/${id}`) });
