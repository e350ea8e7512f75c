import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';
import type { Text } from '@/api/types';

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
  triageReason: string | null;
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

/** From which states each decision leads on; the server asks the same table and has the last word. */
const decidable = {
  'to-handle': ['new', 'reanalyse', 'self-cleared'],
  ignored: ['new', 'reanalyse', 'self-cleared'],
  reanalyse: ['new', 'to-handle', 'reanalyse', 'self-cleared', 'ignored'],
} as const;

export const mayDecide = (anomaly: Anomaly, decision: keyof typeof decidable): boolean =>
  anomaly.taskId === null && (decidable[decision] as readonly string[]).includes(anomaly.state) && !(decision === 'to-handle' && anomaly.whiteId !== null);

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
  values: { name: string; label: Text | null; value: string | number | string[]; unit: string; own: boolean }[];
  clue: { number: string; source: string; content: string } | null;
  earlier: { id: number; themeCode: string; themeName: string; ym: string; state: string; metric: number; limitValue: number; caseId: number | null; caseNumber: string | null }[];
};

export const useAnomaly = (id: string) => useQuery({ queryKey: ['anomalies', id], queryFn: () => http.get<AnomalyDetail>(`/api/anomalies/${id}`), enabled: id !== '' });

/** The thirteen months up to one, the oldest first; a month that the source has nothing of is there too, and empty. Pure. */
export const thirteenMonths = (ym: string, readings: AnomalyDetail['readings']): { ym: string; kwh: number | null; amount: number | null }[] => {
  const known = new Map(readings.map((one) => [one.ym, one]));
  const last = Number(ym.slice(0, 4)) * 12 + Number(ym.slice(4)) - 1;
  return Array.from({ length: 13 }, (_, at) => {
    const month = last - 12 + at;
    const name = `${Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}`;
    return known.get(name) ?? { ym: name, kwh: null, amount: null };
  });
};

/** A text that names parameters, cut where it does, so that each can be shown with the value that counted. Pure. */
export const withValues = (text: string, values: AnomalyDetail['values']): { text: string; named: boolean }[] =>
  text.split(/(@\w+)/).filter((piece) => piece !== '').map((piece) => {
    const value = piece.startsWith('@') ? values.find((one) => one.name === piece.slice(1)) : undefined;
    return value ? { text: shownValue(value), named: true } : { text: piece, named: false };
  });

export const shownValue = ({ value, unit }: { value: string | number | string[]; unit: string }): string => `${Array.isArray(value) ? value.join('、') : String(value)} ${unit}`.trim();
