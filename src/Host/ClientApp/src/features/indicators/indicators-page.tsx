import { App, Button, Segmented, Select, Switch } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAnalysis } from '@/api/analysis';
import { http, query } from '@/api/http';
import { useMay } from '@/api/session';
import { AnalysisBar } from '@/ui/analysis-bar';
import { dateTime, yearMonth } from '@/ui/format';
import { OrgSelect } from '@/ui/org-select';
import { Page } from '@/ui/page';
import { SourceSelect } from '@/ui/source-select';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { useUrlFilter } from '@/ui/use-url-filter';
import { AlarmsPanel } from './alarms-panel';
import { useBoard, type Board, type Line } from './indicator';
import { IndicatorDrawer } from './indicator-drawer';
import { IndicatorTile } from './indicator-tile';

const filters = ['view', 'org', 'ym', 'specialty', 'beyond', 'open'] as const;

/** The board of a unit: every indicator by specialty, and the alarms. */
export const IndicatorsPage = () => {
  const { t } = useTranslation();
  const filter = useUrlFilter(filters);
  const place = { org: filter.get('org'), ym: filter.get('ym') };
  const board = useBoard(place);
  const view = filter.get('view') || 'board';
  return (
    <Page title={t('indicators:title')} subtitle={t('indicators:subtitle')} actions={<Actions place={place} />}>
      <Running />
      <div className="filters" role="search">
        <Segmented value={view} options={['board', 'alarms'].map((value) => ({ value, label: t(`indicators:view.${value}`) }))} onChange={(value) => filter.set({ view: value === 'board' ? null : value })} />
        <OrgSelect value={filter.get('org')} onChange={(org) => filter.set({ org })} />
        {view === 'board' && board.data && <Months board={board.data} onChange={(ym) => filter.set({ ym })} />}
        {view === 'board' && board.data && <Specialties lines={board.data.lines} value={filter.get('specialty')} onChange={(specialty) => filter.set({ specialty })} />}
        {view === 'board' && (
          <label className="switch-line">
            <Switch size="small" checked={filter.get('beyond') === '1'} onChange={(on) => filter.set({ beyond: on ? '1' : null })} /> {t('indicators:onlyBeyond')}
          </label>
        )}
      </div>
      {view === 'alarms' ? (
        <AlarmsPanel org={filter.get('org')} />
      ) : (
        <Loaded of={board}>
          {(data) => <Groups board={data} lines={data.lines.filter((line) => chosen(line, filter.get('specialty'), filter.get('beyond') === '1'))} onOpen={(code) => filter.set({ open: code })} />}
        </Loaded>
      )}
      <IndicatorDrawer code={filter.get('open')} place={place} onClose={() => filter.set({ open: null })} onUnit={(org) => filter.set({ org })} />
    </Page>
  );
};

const chosen = (line: Line, specialty: string, beyond: boolean): boolean =>
  (specialty === '' || line.specialty === specialty) && (!beyond || line.level === 'warn' || line.level === 'alarm');

const useIndicatorRun = () => {
  const client = useQueryClient();
  return useAnalysis<unknown, { months: number; source?: string }>({
    kind: 'indicators',
    subject: '',
    start: (request) => http.post<{ id: number }>('/api/indicators/run', request),
    onEnd: () => void client.invalidateQueries({ queryKey: ['indicators'] }),
  });
};

const Actions = ({ place }: { place: { org: string; ym: string } }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const { begin, running } = useIndicatorRun();
  const [source, setSource] = useState<string>();
  return (
    <>
      {['csv', 'xlsx'].map((format) => (
        <Button key={format} href={`/api/indicators/export${query({ ...place, format })}`} download>
          {t('indicators:export', { format: format.toUpperCase() })}
        </Button>
      ))}
      {may('scan.run') && (
        <>
          <SourceSelect value={source} onChange={setSource} />
          <Button type="primary" loading={running} onClick={() => begin.mutate({ months: 1, ...(source ? { source } : {}) }, { onError: (error) => void message.error(errorText(error)) })}>
            {t('indicators:run')}
          </Button>
        </>
      )}
    </>
  );
};

const Running = () => {
  const may = useMay();
  const { run, cancel } = useIndicatorRun();
  return <AnalysisBar run={run?.state === 'running' ? run : null} {...(may('scan.run') ? { onCancel: () => cancel.mutate() } : {})} cancelling={cancel.isPending} />;
};

const Months = ({ board, onChange }: { board: Board; onChange: (ym: string | null) => void }) => {
  const { t } = useTranslation();
  return board.available.length === 0 ? null : (
    <Select
      aria-label={t('monitoring:month')}
      value={board.ym}
      options={board.available.map((ym) => ({ value: ym, label: yearMonth(ym) }))}
      onChange={(ym) => onChange(ym === board.available[0] ? null : ym)}
    />
  );
};

const Specialties = ({ lines, value, onChange }: { lines: Line[]; value: string; onChange: (value: string | null) => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const all = [...new Set(lines.map((line) => line.specialty))];
  return (
    <Select
      aria-label={t('monitoring:specialty')}
      allowClear
      placeholder={t('monitoring:specialty')}
      value={value || null}
      options={all.map((one) => ({ value: one, label: code('specialty', one) }))}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
};

const Groups = ({ board, lines, onOpen }: { board: Board; lines: Line[]; onOpen: (code: string) => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  if (board.available.length === 0) {
    return <EmptyView text={t('indicators:none')} hint={t('indicators:noneHint')} />;
  }
  const count = (level: string) => board.lines.filter((line) => line.level === level).length;
  return (
    <>
      <p className="muted gap-below">
        {t('indicators:summary', { unit: board.orgName, ym: yearMonth(board.ym), good: count('good'), warn: count('warn'), alarm: count('alarm'), at: dateTime(board.computedAt) })}
        {board.source && ` · ${t('monitoring:source')} ${board.source}`}
      </p>
      {lines.length === 0 && <EmptyView text={t('indicators:nothingBeyond')} />}
      {[...new Set(lines.map((line) => line.specialty))].map((specialty) => (
        <section key={specialty} className="indicator-group" aria-label={code('specialty', specialty)}>
          <h2>{code('specialty', specialty)}</h2>
          <div className="indicators">
            {lines
              .filter((line) => line.specialty === specialty)
              .map((line) => (
                <IndicatorTile key={line.code} line={line} months={board.months} onOpen={() => onOpen(line.code)} />
              ))}
          </div>
        </section>
      ))}
    </>
  );
};
