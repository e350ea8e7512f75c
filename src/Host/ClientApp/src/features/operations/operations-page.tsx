import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/page';
import { useUrlFilter } from '@/ui/use-url-filter';
import { EngineHealth } from './engine-health';
import { Incidents } from './incidents';
import { Letters } from './letters';
import { Processes } from './processes';

const filters = ['tab'] as const;

/** For whoever looks after running processes: what failed, what nobody takes, what is late. */
export const OperationsPage = () => {
  const { t } = useTranslation();
  const filter = useUrlFilter(filters);
  return (
    <Page title={t('operations:title')} subtitle={t('operations:subtitle')}>
      <Tabs
        activeKey={filter.get('tab') || 'incidents'}
        onChange={(tab) => filter.set({ tab: tab === 'incidents' ? null : tab })}
        items={[
          { key: 'incidents', label: t('operations:incidents'), children: <Incidents /> },
          { key: 'processes', label: t('operations:processes'), children: <Processes /> },
          { key: 'letters', label: t('operations:letters'), children: <Letters /> },
          { key: 'health', label: t('operations:health'), children: <EngineHealth /> },
        ]}
      />
    </Page>
  );
};
