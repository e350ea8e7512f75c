import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

type State = 'connected' | 'away';

/** What to ask again for a hint; a topic is "inbox", "case/42", "scan/5", ...; "case/*" says that many changed at once. */
export const keysOf = (topic: string): unknown[][] => {
  const [kind = '', id = ''] = topic.split('/');
  const [one, history] = id === '*' ? [[], []] : [[id], [`${kind}s/${id}`]];
  switch (kind) {
    case 'inbox':
      return [['work-items'], ['work-item'], ['workbench']];
    case 'case':
      return [['case', ...one], ['cases'], ['history', ...history], ['workbench']];
    case 'task':
      return [['task', ...one], ['tasks'], ['history', ...history]];
    case 'anomalies':
      return [['anomalies'], ['workbench']];
    case 'notifications':
      return [['notifications']];
    case 'import':
      return [['imports'], ['import', ...one], ['workbench']];
    case 'scan':
      return [['scans'], ['scan', ...one], ['schedules']];
    case 'themes':
      return [['themes'], ['theme-life'], ['theme-tree'], ['unit-values']];
    case 'whitelist':
      return [['whitelist']];
    case 'indicators':
      return [['indicators']];
    case 'analysis':
      return [['analysis']];
    case 'clues':
      return [['clues']];
    case 'survey':
      return [['survey']];
    case 'plans':
    case 'schemes':
    case 'samples':
    case 'problem-lists':
      return [[kind], ['history']];
    default:
      return [];
  }
};

const apply = (client: QueryClient, hint: unknown): void => {
  const topic = typeof hint === 'string' ? hint : (hint as { topic?: unknown } | null)?.topic;
  keysOf(typeof topic === 'string' ? topic : '').forEach((queryKey) => void client.invalidateQueries({ queryKey }));
};

const retryDelays = [0, 1_000, 2_000, 5_000, 10_000, 30_000];
const delayOf = (attempt: number): number => retryDelays[Math.min(attempt, retryDelays.length - 1)] ?? 30_000;

/** Listens to the hub. It only says that something changed: the answer is asked for again, so a lost hint costs nothing but time. */
export const useLive = (): State => {
  const client = useQueryClient();
  const [state, setState] = useState<State>('connected');
  useEffect(() => {
    const connection = new HubConnectionBuilder()
      .withUrl('/hub/live')
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => delayOf(previousRetryCount) })
      .configureLogging(LogLevel.None)
      .build();
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = (attempt: number) =>
      void connection.start().then(
        () => setState('connected'),
        () => {
          if (!stopped) {
            setState('away');
            timer = setTimeout(() => start(attempt + 1), delayOf(attempt + 1));
          }
        },
      );
    connection.on('changed', (hint: unknown) => apply(client, hint));
    connection.onreconnecting(() => setState('away'));
    connection.onreconnected(() => {
      setState('connected');
      void client.invalidateQueries();
    });
    start(0);
    return () => {
      stopped = true;
      clearTimeout(timer);
      void connection.stop();
    };
  }, [client]);
  return state;
};

export const LiveState = ({ state }: { state: State }) => {
  const { t } = useTranslation();
  return state === 'connected' ? null : (
    <Tooltip title={t('common:live.awayHint')}>
      <span className="live-away" role="status">
        {t('common:live.away')}
      </span>
    </Tooltip>
  );
};
