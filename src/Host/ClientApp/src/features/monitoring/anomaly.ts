import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';

export const anomalyStates = ['new', 'to-handle', 'ignored', 'reanalyse', 'in-task', 'done', 'self-cleared'] as const;

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
  stake: number;
  risk: number;
  riskParts: { factor: string; detail: string; points: number }[];
  tags: { code: string; name: string }[];
  dataStamp: string | null;
  clearedAt: string | null;
  whiteId: number | null;
  secret: boolean;
  openTaskId: number | null;
};

export const anomalySorts = ['queue', 'risk', 'stake', 'newest'] as const;

/** May it enter a task? Not when it is in one already, another month of it is, it was judged not worth it, or is done. */
export const isFree = (anomaly: Anomaly): boolean =>
  anomaly.taskId === null && anomaly.openTaskId === null && anomaly.whiteId === null && ['new', 'to-handle', 'reanalyse'].includes(anomaly.state);

export type AnomalyDetail = Anomaly & {
  ruleText: string;
  purpose: string;
  calibre: string;
  themeVersion: number;
  readings: { ym: string; kwh: number; amount: number | null }[];
  behind: { table: string; columns: string[]; rows: (string | null)[][] }[];
  source: string | null;
  sourceAnswers: boolean;
  freshness: { table: string; day: string | null }[];
  earlier: { id: number; themeCode: string; themeName: string; ym: string; state: string; metric: number; limitValue: number; caseId: number | null; caseNumber: string | null }[];
};

export const useAnomaly = (id: string) => useQuery({ queryKey: ['anomalies', id], queryFn: () => http.get<AnomalyDetail>(`/api/anomalies/${id}`), enabled: id !== '' });
