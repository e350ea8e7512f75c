import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, query } from '@/api/http';
import type { Text } from '@/api/types';

export type Level = 'none' | 'good' | 'warn' | 'alarm';

/** What board and drawer both know of an indicator. */
export type IndicatorHead = {
  code: string;
  version: number;
  nameZh: string;
  nameEn: string;
  specialty: string;
  kind: 'ratio' | 'total';
  unit: Text;
  decimals: number;
  better: 'high' | 'low' | 'none';
  warn: number | null;
  alarm: number | null;
  snapshot: boolean;
};

export type Line = IndicatorHead & {
  value: number | null;
  level: Level;
  num: number | null;
  den: number | null;
  rows: number;
  lastMonth: number | null;
  lastYear: number | null;
  spark: (number | null)[];
  alarmId: number | null;
  alarmState: string | null;
};

export type Board = { orgNo: string; orgName: string; orgLevel: number; ym: string; months: string[]; available: string[]; computedAt: string | null; batchId: number | null; source: string | null; lines: Line[] };

export type UnitLine = { orgNo: string; orgName: string; orgLevel: number; hasUnits: boolean; value: number | null; level: Level; num: number | null; den: number | null; rows: number };

export type IndicatorDetail = IndicatorHead & {
  calibre: string;
  object: Text;
  basis: string;
  ruleSql: string;
  parameters: { name: string; value: number | string; unit: string; label: Text }[];
  ym: string;
  own: UnitLine;
  below: UnitLine[];
};

export type Row = { orgNo: string; orgName: string; objKey: string; num: number; den: number | null };
export type RowPage = { items: Row[]; more: boolean; newerData: boolean };

export type Alarm = {
  id: number;
  code: string;
  nameZh: string;
  nameEn: string;
  unit: Text;
  decimals: number;
  ym: string;
  orgNo: string;
  orgName: string;
  value: number;
  limitValue: number;
  state: 'open' | 'acknowledged' | 'cleared';
  raisedAt: string;
  answeredBy: string | null;
  answeredAt: string | null;
  reason: string | null;
  clueId: number | null;
};

type Place = { org: string; ym: string };

export const useBoard = (place: Place) =>
  useQuery({ queryKey: ['indicators', 'board', place], queryFn: () => http.get<Board>(`/api/indicators${query(place)}`), placeholderData: (old) => old });

export const useIndicator = (code: string, place: Place) =>
  useQuery({ queryKey: ['indicators', 'one', code, place], queryFn: () => http.get<IndicatorDetail>(`/api/indicators/${code}${query(place)}`), enabled: code !== '' });

export const useIndicatorRows = (code: string, place: Place) =>
  useQuery({ queryKey: ['indicators', 'rows', code, place], queryFn: () => http.get<RowPage>(`/api/indicators/${code}/rows${query(place)}`), enabled: code !== '' });

export const useAnswerAlarm = (id: number) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: { reason: string; clue: boolean }) => http.post<{ clueId: number | null }>(`/api/indicator-alarms/${id}/answer`, answer),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['indicators'] }), client.invalidateQueries({ queryKey: ['clues'] })]),
  });
};

/** A value as it is shown; a dash where there was nothing to count. */
export const shown = (value: number | null | undefined, decimals: number): string =>
  value === null || value === undefined ? '—' : value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** Change as a share of the earlier value; of percentages the difference in points says more. */
export const changeOf = (line: Line, before: number | null): { text: string; good: boolean | null } | null => {
  if (line.value === null || before === null) {
    return null;
  }
  const points = line.unit.en === '%';
  const change = points ? line.value - before : before === 0 ? null : ((line.value - before) / Math.abs(before)) * 100;
  if (change === null) {
    return null;
  }
  const rounded = Number(change.toFixed(points ? 2 : 1));
  const text = `${rounded > 0 ? '+' : ''}${rounded}${points ? ' pp' : '%'}`;
  return { text, good: rounded === 0 || line.better === 'none' ? null : rounded > 0 === (line.better === 'high') };
};
