import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrgSelect } from '@/ui/org-select';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/state-views';
import { useUrlFilter } from '@/ui/use-url-filter';
import { groupings, periods, usePrecision, type PrecisionLine } from './precision';
import { PrecisionTable } from './precision-table';
import { JudgedItems } from './judged-items';
import { MissesPanel } from './misses-panel';
import { RateBar } from './rate-bar';

const filters = ['by', 'org', 'theme', 'months', 'verdict', 'version'] as const;

export const PrecisionPage = () => {
  const { t } = useTranslation();
  const filter = useUrlFilter(filters);
  const by = filter.get('by') || 'theme';
  const months = filter.get('months') || '12';
  const precision = usePrecision({ by, org: filter.get('org'), theme: filter.get('theme'), months });
  return (
    <Page title={t('precision:title')} subtitle={t('precision:subtitle')}>
      <div className="filters" role="search">
        <Segmented
          aria-label={t('precision:by')}
          value={by}
          options={groupings.map((value) => ({ value, label: t(`precision:grouping.${value}`) }))}
          onChange={(value) => filter.set({ by: value, verdict: null, version: null })}
        />
        <OrgSelect value={filter.get('org')} onChange={(org) => filter.set({ org })} />
        <Select
          aria-label={t('precision:period')}
          value={months}
          options={periods.map((value) => ({ value: String(value), label: t('precision:months', { count: value }) }))}
          onChange={(value) => filter.set({ months: value })}
        />
        {filter.get('theme') && (
          <Select
            aria-label={t('monitoring:theme')}
            allowClear
            value={filter.get('theme')}
            options={[{ value: filter.get('theme'), label: filter.get('theme') }]}
            onChange={(theme: string | undefined) => filter.set({ theme, version: null })}
          />
        )}
      </div>
      <Loaded of={precision}>
        {(data) => (
          <>
            <Total line={data.total} />
            <PrecisionTable by={by} lines={data.lines} filter={filter} />
            {filter.get('verdict') && <JudgedItems filter={filter} months={months} />}
            <MissesPanel theme={filter.get('theme')} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

const Total = ({ line }: { line: PrecisionLine }) => {
  const { t } = useTranslation();
  return (
    <dl className="figures panel gap-below">
      {(['confirmed', 'unfounded', 'open'] as const).map((verdict) => (
        <div key={verdict}>
          <dt>{t(`precision:verdict.${verdict}`)}</dt>
          <dd>{line[verdict].toLocaleString('en-US')}</dd>
        </div>
      ))}
      <div>
        <dt>{t('precision:missed')}</dt>
        <dd>{line.missed ?? 0}</dd>
      </div>
      <div>
        <dt>{t('precision:rate')}</dt>
        <dd className="figure-rate">
          <RateBar share={line.rate} />
        </dd>
      </div>
      <div>
        <dt>{t('precision:recall')}</dt>
        <dd className="figure-rate">
          <RateBar share={line.recall} />
        </dd>
      </div>
    </dl>
  );
};
