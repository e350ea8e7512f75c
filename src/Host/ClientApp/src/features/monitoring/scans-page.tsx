import { Alert, Button, DatePicker, Form, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';
import { date, dateTime, yearMonth } from '@/ui/format';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { SourceSelect, useHasWarehouse } from '@/ui/source-select';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useUrlFilter } from '@/ui/use-url-filter';
import { useScans, type Scan } from './scan';
import { ScanReport } from './scan-report';
import { Schedules } from './schedules';
import { useStartScan } from './start-scan';
import { useThemes } from './theme';
import { useThemeName } from './themes-page';

const filters = ['open', 'view'] as const;
const foundBy = (scan: Scan): number => scan.themes.reduce((sum, theme) => sum + theme.found, 0);

export const ScansPage = () => {
  const { t } = useTranslation();
  const filter = useUrlFilter(filters);
  const scans = useScans();
  const view = filter.get('view') || 'runs';
  const show = (id: number) => filter.set({ open: String(id) });
  return (
    <Page title={t('monitoring:scans')} subtitle={t('monitoring:scansSubtitle')}>
      <ScanStart onStarted={show} />
      {filter.get('open') && <ScanReport id={filter.get('open')} />}
      <Segmented
        className="gap-below"
        value={view}
        options={['runs', 'schedules'].map((value) => ({ value, label: t(`schedules:view.${value}`) }))}
        onChange={(value) => filter.set({ view: value === 'runs' ? null : value })}
      />
      {view === 'schedules' && <Schedules onOpenRun={show} />}
      {view === 'runs' && (
        <Loaded of={scans}>
          {(rows) => (
            <Records
              label={t('monitoring:scanHistory')}
              rows={rows}
              rowKey={(row) => row.id}
              onOpen={(row) => show(row.id)}
              width={880}
              empty={<EmptyView text={t('monitoring:noScans')} hint={t('monitoring:noScansHint')} />}
              columns={[
                { title: t('monitoring:startedAt'), key: 'start', render: (_, row) => <Button type="link" className="cell-link" onClick={() => show(row.id)}>{dateTime(row.startedAt)}</Button> },
                { title: t('monitoring:month'), key: 'ym', render: (_, row) => yearMonth(row.ym) },
                { title: t('monitoring:source'), key: 'source', render: (_, row) => `${row.source ?? t('monitoring:embedded')} · ${date(row.stamp)}` },
                { title: t('common:state'), key: 'state', render: (_, row) => <StateTag list="runState" state={row.state} /> },
                { title: t('schedules:cause'), key: 'cause', render: (_, row) => t(`schedules:causes.${row.cause}`) },
                { title: t('monitoring:found'), key: 'found', align: 'right', render: (_, row) => foundBy(row).toLocaleString('en-US') },
                { title: t('monitoring:endedAt'), key: 'end', render: (_, row) => dateTime(row.endedAt) },
              ]}
              card={(row) => (
                <>
                  <div className="card-line">
                    <Button type="link" className="card-link" onClick={() => show(row.id)}>
                      {yearMonth(row.ym)} · {dateTime(row.startedAt)}
                    </Button>
                    <StateTag list="runState" state={row.state} />
                  </div>
                  <div className="muted">
                    {t('monitoring:found')} {foundBy(row)}
                  </div>
                </>
              )}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
};

/** Month and themes; nothing chosen means every theme. The month offered is the newest that data was loaded for. */
const ScanStart = ({ onStarted }: { onStarted: (id: number) => void }) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const name = useThemeName();
  const themes = useThemes();
  const { data: workbench } = useQuery({ queryKey: ['workbench'], queryFn: () => http.get<{ data: { ym: string } | null }>('/api/workbench') });
  const [chosenMonth, setMonth] = useState<string>();
  const [codes, setCodes] = useState<string[]>([]);
  const several = useHasWarehouse();
  const [source, setSource] = useState<string>();
  const start = useStartScan();
  const ym = chosenMonth ?? workbench?.data?.ym ?? '';
  return (
    <div className="panel gap-below">
      <Form component="div" layout="vertical" className="scan-start">
        <Form.Item label={t('monitoring:month')} htmlFor="scan-month">
          <DatePicker
            id="scan-month"
            picker="month"
            allowClear={false}
            value={ym ? dayjs(`${ym.slice(0, 4)}-${ym.slice(4)}-01`) : null}
            onChange={(value) => setMonth(value?.format('YYYYMM'))}
          />
        </Form.Item>
        <Form.Item label={t('monitoring:themes')} htmlFor="scan-themes" className="scan-themes">
          <Select
            id="scan-themes"
            mode="multiple"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('monitoring:allThemes')}
            value={codes}
            options={(themes.data ?? []).map((theme) => ({ value: theme.code, label: `${theme.code} ${name(theme)}` }))}
            onChange={setCodes}
          />
        </Form.Item>
        {several && (
          <Form.Item label={t('monitoring:source')} htmlFor="scan-source">
            <SourceSelect id="scan-source" value={source} onChange={setSource} />
          </Form.Item>
        )}
        <Button
          type="primary"
          disabled={ym === ''}
          loading={start.isPending}
          onClick={() => start.mutate({ ym, ...(codes.length > 0 ? { themes: codes } : {}), ...(source ? { source } : {}) }, { onSuccess: ({ id }) => onStarted(id) })}
        >
          {t('monitoring:startScan')}
        </Button>
      </Form>
      {start.error && <Alert type="error" showIcon title={errorText(start.error)} />}
    </div>
  );
};
