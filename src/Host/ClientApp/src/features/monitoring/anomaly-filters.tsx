import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { OrgSelect } from '@/ui/org-select';
import { useCode } from '@/ui/use-text';
import type { UrlFilter } from '@/ui/use-url-filter';
import { anomalySorts, anomalyStates } from './anomaly';
import { useThemes } from './theme';

export const AnomalyFilters = ({ filter }: { filter: UrlFilter }) => {
  const { t, i18n } = useTranslation();
  const code = useCode();
  const themes = useThemes();
  const ym = filter.get('ym');
  return (
    <div className="filters" role="search">
      <Select
        aria-label={t('common:state')}
        allowClear
        placeholder={t('common:state')}
        value={filter.get('state') || null}
        options={anomalyStates.map((value) => ({ value, label: code('anomalyState', value) }))}
        onChange={(value: string | undefined) => filter.set({ state: value })}
      />
      <Select
        aria-label={t('monitoring:theme')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className="filter-wide"
        placeholder={t('monitoring:theme')}
        value={filter.get('theme') || null}
        options={[
          ...(themes.data ?? []).map((theme) => ({ value: theme.code, label: `${theme.code} ${i18n.language === 'en' ? theme.nameEn : theme.nameZh}` })),
          { value: 'CLUE', label: t('clues:title') },
        ]}
        onChange={(value: string | undefined) => filter.set({ theme: value })}
      />
      <OrgSelect value={filter.get('org')} onChange={(org) => filter.set({ org })} />
      <DatePicker
        picker="month"
        aria-label={t('monitoring:month')}
        placeholder={t('monitoring:month')}
        value={ym ? dayjs(`${ym.slice(0, 4)}-${ym.slice(4)}-01`) : null}
        onChange={(value) => filter.set({ ym: value?.format('YYYYMM') })}
      />
      <Select
        aria-label={t('monitoring:level')}
        allowClear
        placeholder={t('monitoring:level')}
        value={filter.get('level') || null}
        options={['special', '1', '2', '3', '4'].map((value) => ({ value, label: code('level', value) }))}
        onChange={(value: string | undefined) => filter.set({ level: value })}
      />
      <Select
        aria-label={t('triage:sort')}
        value={filter.get('sort') || 'queue'}
        options={anomalySorts.map((value) => ({ value, label: t(`triage:sorts.${value}`) }))}
        onChange={(value: string) => filter.set({ sort: value === 'queue' ? null : value })}
      />
      <Input.Search
        aria-label={t('common:search')}
        allowClear
        placeholder={t('monitoring:searchPlaceholder')}
        defaultValue={filter.get('q')}
        onSearch={(value) => filter.set({ q: value.trim() })}
      />
    </div>
  );
};
