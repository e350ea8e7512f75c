import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';

export const anomalyStates = ['new', 'to-handle', 'ignored', 'reanalyse', 'in-task', 'done'] as const;

export type Anomaly = {
  id: number;
  themeCode: string;
  themeName: string;
  ym: string;
  objKey: string;
  orgNo: string;
  orgName: string;
  metric: number;
  limitValue: number;
  level: string;
  specialty: string;
  state: string;
  hits: number;
  firstSeenAt: string;
  lastSeenAt: string;
  taskId: number | null;
  caseId: number | null;
};

/** May it enter a task? Not when it is in one already, was judged not worth it, or is done. */
export const isFree = (anomaly: Anomaly): boolean => anomaly.taskId === null && ['new', 'to-handle', 'reanalyse'].includes(anomaly.state);

export type AnomalyDetail = Anomaly & { ruleText: string; themeVersion: number; readings: { ym: string; kwh: number; amount: number }[] };

export const useAnomaly = (id: string) => useQuery({ queryKey: ['anomalies', id], queryFn: () => http.get<AnomalyDetail>(`/api/anomalies/${id}`), enabled: id !== '' });
