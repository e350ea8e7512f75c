import { Alert, DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { FlowCanvas, type FlowPaint } from '@/flow/flow-canvas';
import { BackLink } from '@/ui/back-link';
import { OrgSelect } from '@/ui/org-select';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/state-views';
import { useIsPhone } from '@/ui/use-is-phone';
import { useUrlFilter } from '@/ui/use-url-filter';
import { measures, shadeOf, shades, useHeat, valueOf, type Heat, type Measure } from './heat';
import { HeatTable } from './heat-table';
import { useVersions } from './version';

const filters = ['version', 'from', 'to', 'org', 'by'] as const;

/** Where cases spend their time: counts and working hours of each node, drawn on the model. */
export const HeatPage = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const filter = useUrlFilter(filters);
  const versions = useVersions(id);
  const heat = useHeat(id, { version: filter.get('version'), from: filter.get('from'), to: filter.get('to'), org: filter.get('org') });
  const by = measures.find((one) => one === filter.get('by')) ?? 'p90';
  return (
    <Page
      title={t('definitions:heat.title', { name: versions.data?.name ?? id })}
      subtitle={t('definitions:heat.subtitle')}
      back={<BackLink fallback={`/definitions?definition=${encodeURIComponent(id)}`} text={t('definitions:title')} />}
    >
      <div className="filters">
        <DatePicker.RangePicker
          aria-label={t('definitions:heat.period')}
          className="filter-wide"
          allowEmpty={[true, true]}
          value={[filter.get('from') ? dayjs(filter.get('from')) : null, filter.get('to') ? dayjs(filter.get('to')) : null]}
          onChange={(range) => filter.set({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })}
        />
        <OrgSelect value={filter.get('org')} onChange={(org) => filter.set({ org })} />
        <Select
          aria-label={t('definitions:version')}
          value={filter.get('version')}
          options={[{ value: '', label: t('definitions:heat.allVersions') }, ...(versions.data?.versions ?? []).map((one) => ({ value: `${one.version}`, label: `v${one.version}` }))]}
          onChange={(version: string) => filter.set({ version })}
        />
      </div>
      <MeasureChoice value={by} onChange={(next) => filter.set({ by: next })} />
      <Loaded of={heat}>{(data) => <HeatPicture heat={data} by={by} />}</Loaded>
    </Page>
  );
};

const MeasureChoice = ({ value, onChange }: { value: Measure; onChange: (measure: Measure) => void }) => {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const options = measures.map((one) => ({ value: one, label: t(`definitions:heat.${one}`) }));
  return (
    <div className="heat-measure">
      <span className="muted">{t('definitions:heat.colourBy')}</span>
      {isPhone ? (
        <Select aria-label={t('definitions:heat.colourBy')} value={value} options={options} onChange={onChange} />
      ) : (
        <Segmented aria-label={t('definitions:heat.colourBy')} value={value} options={options} onChange={onChange} />
      )}
    </div>
  );
};

const HeatPicture = ({ heat, by }: { heat: Heat; by: Measure }) => {
  const { t } = useTranslation();
  const paint = usePaint(heat, by);
  return (
    <>
      {heat.capped && <Alert type="info" showIcon className="gap-below" title={t('definitions:heat.capped', { cases: heat.cases.toLocaleString('en-US') })} />}
      <section className="panel gap-below" aria-label={t('definitions:heat.picture')}>
        <div className="muted gap-below">{t('definitions:heat.basis', { cases: heat.cases.toLocaleString('en-US'), version: heat.version })}</div>
        <FlowCanvas root={heat.root} label={t('definitions:heat.title', { name: heat.name })} paint={paint} legend={<HeatLegend by={by} />} />
      </section>
      <HeatTable heat={heat} />
    </>
  );
};

const usePaint = (heat: Heat, by: Measure): FlowPaint => {
  const { t } = useTranslation();
  return useMemo(() => {
    const nodes = new Map(heat.nodes.map((node) => [node.id, node]));
    const ways = new Map(heat.arrows.map((arrow) => [`${arrow.source}\n${arrow.port}`, arrow.count]));
    const largest = Math.max(0, ...heat.nodes.map((node) => valueOf(node, by)));
    return {
      node: (id) => {
        const node = nodes.get(id);
        if (!node) {
          return undefined;
        }
        const times = node.p90Hours === null || node.p90Hours === 0 ? [] : [t('definitions:heat.times', { median: hours(node.medianHours), p90: hours(node.p90Hours) })];
        const waits = node.waiting > 0 ? [t('definitions:heat.waits', { waiting: node.waiting, overdue: node.overdue })] : [];
        return { tone: `heat-${shadeOf(valueOf(node, by), largest)}`, lines: [t('definitions:heat.count', { visits: node.visits }), ...times, ...waits] };
      },
      edge: ({ from, port }) => ({ tone: 'plain', label: `${ways.get(`${from}\n${port}`) ?? 0}` }),
    };
  }, [heat, by, t]);
};

export const hours = (value: number | null): string => (value === null ? '—' : value.toLocaleString('en-US', { maximumFractionDigits: 1 }));

const HeatLegend = ({ by }: { by: Measure }) => {
  const { t } = useTranslation();
  return (
    <span>
      {t(`definitions:heat.${by}`)} {t('definitions:heat.low')}
      {Array.from({ length: shades }, (_, index) => (
        <i key={index} className={`heat-swatch heat-swatch-${index + 1}`} />
      ))}
      {t('definitions:heat.high')}
    </span>
  );
};
