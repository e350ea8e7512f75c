import { Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { stageKeys } from '@/api/types';
import { Page } from '@/ui/page';
import { LoadMore } from '@/ui/records';
import { EmptyView, ErrorView, LoadingView } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { usePages } from '@/ui/use-pages';
import { useUrlFilter } from '@/ui/use-url-filter';
import { WorkItemList } from './work-item-list';
import { workItemPath, type WorkItemRow } from './work-item';

const filters = ['urgency', 'stage', 'q'] as const;

export const InboxPage = () => {
  const { t } = useTranslation();
  const code = useCode();
  const navigate = useNavigate();
  const location = useLocation();
  const filter = useUrlFilter(filters);
  const scope = filter.get('scope') === 'done' ? 'done' : 'mine';
  const list = usePages<WorkItemRow>(['work-items'], '/api/work-items', {
    scope,
    urgency: filter.get('urgency'),
    stage: filter.get('stage'),
    q: filter.get('q'),
  });
  const open = (row: WorkItemRow) => void navigate(workItemPath(row), { state: { from: location.pathname + location.search } });
  const empty = filter.isEmpty ? (
    <EmptyView text={t(`inbox:empty.${scope}`)} hint={t(`inbox:empty.${scope}Hint`)} />
  ) : (
    <EmptyView text={t('common:noMatch')} hint={t('common:noMatchHint')} />
  );
  return (
    <Page title={t('inbox:title')} subtitle={t('inbox:subtitle')}>
      <div className="filters" role="search">
        <Segmented
          aria-label={t('inbox:scope.label')}
          value={scope}
          options={[
            { value: 'mine', label: t('inbox:scope.mine') },
            { value: 'done', label: t('inbox:scope.done') },
          ]}
          onChange={(value) => filter.set({ scope: value === 'done' ? 'done' : null })}
        />
        <Select
          aria-label={t('common:urgency')}
          allowClear
          placeholder={t('common:urgency')}
          value={filter.get('urgency') || null}
          options={['critical', 'urgent', 'normal'].map((value) => ({ value, label: code('urgency', value) }))}
          onChange={(value: string | undefined) => filter.set({ urgency: value })}
        />
        <Select
          aria-label={t('common:stage')}
          allowClear
          placeholder={t('common:stage')}
          value={filter.get('stage') || null}
          options={stageKeys.map((value) => ({ value, label: code('stage', value) }))}
          onChange={(value: string | undefined) => filter.set({ stage: value })}
        />
        <Input.Search
          aria-label={t('common:search')}
          allowClear
          placeholder={t('inbox:searchPlaceholder')}
          defaultValue={filter.get('q')}
          onSearch={(value) => filter.set({ q: value.trim() })}
        />
      </div>
      {list.isPending && <LoadingView />}
      {list.error && !list.data && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && <WorkItemList rows={list.rows} onOpen={open} empty={empty} />}
      <LoadMore shown={list.rows.length} total={list.total} {...list.more} />
    </Page>
  );
};
