import { Alert, Button, Select, Table } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { AnalysisBar } from '@/ui/analysis-bar';
import { yearMonth } from '@/ui/format';
import { SourceSelect } from '@/ui/source-select';
import { Loaded, useErrorText } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { useUrlFilter } from '@/ui/use-url-filter';
import { EvidenceList } from './evidence-list';
import { useBacktest, type BacktestMonth, type BacktestResult } from './precision';
import { RateBar } from './rate-bar';

const filters = ['version'] as const;

type Version = { number: number; state: string; inUse: boolean };

/** Runs a version over past months and compares with what closed cases confirmed. */
export const BacktestPanel = ({ code, current }: { code: string; current: number }) => {
  const { t } = useTranslation();
  const may = useMay();
  const label = useCode();
  const errorText = useErrorText();
  const filter = useUrlFilter(filters);
  const versions = useQuery({ queryKey: ['theme-life', code], queryFn: () => http.get<Version[]>(`/api/themes/${code}/versions`) });
  const [months, setMonths] = useState(6);
  const [source, setSource] = useState<string>();
  const chosen = Number(filter.get('version')) || versions.data?.[0]?.number || current;
  const backtest = useBacktest(code, chosen);
  return (
    <section className="panel" aria-label={t('precision:backtest.title')}>
      <h2>{t('precision:backtest.title')}</h2>
      <p className="muted gap-below">{t('precision:backtest.explain')}</p>
      <Loaded of={versions} rows={2}>
        {(rows) => (
          <div className="panel-tags gap-below">
            <Select
              aria-label={t('monitoring:version')}
              className="backtest-version"
              value={chosen}
              options={rows.map((row) => ({ value: row.number, label: `v${row.number} · ${label('themeState', row.inUse ? 'in-use' : row.state)}` }))}
              onChange={(value) => filter.set({ version: String(value) })}
            />
            <Select aria-label={t('precision:period')} value={months} options={[3, 6, 13].map((value) => ({ value, label: t('precision:months', { count: value }) }))} onChange={setMonths} />
            <SourceSelect value={source} onChange={setSource} />
            <Button type="primary" disabled={!may('theme.edit')} loading={backtest.running} onClick={() => backtest.begin.mutate({ months, ...(source ? { source } : {}) })}>
              {t('precision:backtest.run')}
            </Button>
          </div>
        )}
      </Loaded>
      {!may('theme.edit') && <p className="muted small">{t('precision:backtest.notAllowed')}</p>}
      {backtest.begin.error && <Alert type="error" showIcon title={errorText(backtest.begin.error)} />}
      <AnalysisBar run={backtest.run} {...(may('scan.run') ? { onCancel: () => backtest.cancel.mutate() } : {})} cancelling={backtest.cancel.isPending} />
      {backtest.run?.result && <Result result={backtest.run.result} />}
      <EvidenceList code={code} number={chosen} />
    </section>
  );
};

const figures = ['found', 'confirmedKept', 'confirmedLost', 'unfoundedKept', 'unfoundedDropped', 'unjudged', 'mended'] as const;

const Result = ({ result }: { result: BacktestResult }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="gap-below">
        {result.controlNumber === null
          ? t('precision:backtest.resultAlone', { number: result.number, ms: result.durationMs })
          : t('precision:backtest.result', { number: result.number, control: result.controlNumber, ms: result.durationMs })}
      </p>
      <Table<BacktestMonth>
        size="small"
        rowKey="ym"
        aria-label={t('precision:backtest.title')}
        pagination={false}
        scroll={{ x: 820 }}
        dataSource={[...result.months, { ...result.total, ym: 'total' }]}
        columns={[
          { title: t('monitoring:month'), key: 'ym', width: 100, render: (_, row) => (row.ym === 'total' ? <strong>{t('precision:backtest.total')}</strong> : yearMonth(row.ym)) },
          ...figures.map((name) => ({
            title: t(`precision:backtest.${name}`),
            key: name,
            align: 'right' as const,
            render: (_: unknown, row: BacktestMonth) => <span className={name === 'confirmedLost' && row[name] > 0 ? 'metric-over' : ''}>{row[name].toLocaleString('en-US')}</span>,
          })),
        ]}
      />
      <div className="gap-above">
        {t('precision:rate')}: <RateBar share={result.rate} />
      </div>
      <p className="muted small">{t('precision:backtest.attached')}</p>
    </>
  );
};
