import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { amount, date, yearMonth } from '@/ui/format';
import { Page } from '@/ui/page';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { usePages } from '@/ui/use-pages';
import { useUrlFilter } from '@/ui/use-url-filter';
import { CreateCampaign } from './create-campaign';
import type { CampaignRow } from './survey';

const filters = ['state'] as const;

/** Surveys of the data's quality: what is looked at where, and how much of it stands. */
export const CampaignsPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const filter = useUrlFilter(filters);
  const [creating, setCreating] = useState(false);
  const list = usePages<CampaignRow>(['survey', 'list'], '/api/survey/campaigns', { state: filter.get('state') });
  const title = (row: CampaignRow) => <Link to={`/survey/${row.id}`}>{row.title}</Link>;
  const days = (row: CampaignRow) => `${date(row.startDay)} – ${date(row.endDay)}`;
  return (
    <Page
      title={t('survey:title')}
      subtitle={t('survey:subtitle')}
      actions={
        <>
          <Link to="/survey/rules">
            <Button>{t('survey:rules')}</Button>
          </Link>
          {may('survey.manage') && (
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('survey:create')}
            </Button>
          )}
        </>
      }
    >
      <div className="filters" role="search">
        <Select
          aria-label={t('common:state')}
          allowClear
          placeholder={t('common:state')}
          value={filter.get('state') || null}
          options={['open', 'closed'].map((value) => ({ value, label: t(`codes:surveyState.${value}`) }))}
          onChange={(value: string | undefined) => filter.set({ state: value })}
        />
      </div>
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Records
          label={t('survey:title')}
          rows={list.rows}
          rowKey={(row) => row.id}
          width={1120}
          empty={<EmptyView text={t('survey:none')} hint={t('survey:noneHint')} />}
          columns={[
            { title: t('survey:name'), key: 'title', render: (_, row) => title(row) },
            { title: t('survey:number'), dataIndex: 'number', width: 190, render: (value: string) => <span className="mono">{value}</span> },
            { title: t('common:unit'), dataIndex: 'orgName', width: 130 },
            { title: t('survey:month'), key: 'ym', width: 100, render: (_, row) => yearMonth(row.ym) },
            { title: t('survey:days'), key: 'days', width: 210, render: (_, row) => days(row) },
            { title: t('survey:total'), key: 'total', width: 100, align: 'right', render: (_, row) => amount(row.total) },
            { title: t('survey:open'), key: 'open', width: 110, align: 'right', render: (_, row) => amount(row.open) },
            { title: t('common:state'), key: 'state', width: 110, render: (_, row) => <StateTag list="surveyState" state={row.state} /> },
          ]}
          card={(row) => (
            <>
              <div className="card-line">
                <strong>{title(row)}</strong>
                <StateTag list="surveyState" state={row.state} />
              </div>
              <div className="muted">{`${row.orgName} · ${days(row)}`}</div>
              <div>{`${t('survey:total')} ${amount(row.total)} · ${t('survey:open')} ${amount(row.open)}`}</div>
            </>
          )}
        />
      )}
      <LoadMore shown={list.rows.length} total={undefined} {...list.more} />
      {creating && <CreateCampaign onClose={() => setCreating(false)} />}
    </Page>
  );
};
