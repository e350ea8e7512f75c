import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useMay } from '@/api/session';

export type Source = { name: string | null; default: boolean; ym: string | null };

/** How a request names the embedded copy where a warehouse is the usual source. */
const embedded = 'embedded';

/** Where marketing data can be read; nothing for accounts that may not know. */
export const useSources = () => {
  const may = useMay();
  return useQuery({ queryKey: ['sources'], enabled: may('data.import'), queryFn: () => http.get<Source[]>('/api/sources'), staleTime: 60_000 });
};

/** Whether there is anything to choose from. */
export const useHasWarehouse = (): boolean => useSources().data?.some((source) => source.name !== null) ?? false;

type Props = { id?: string; value?: string | undefined; onChange?: (source: string) => void };

/** The source that a calculation reads; the usual one until somebody chooses. Nothing where there is only the embedded copy. */
export const SourceSelect = ({ id, value, onChange }: Props) => {
  const { t } = useTranslation();
  const { data } = useSources();
  const several = useHasWarehouse();
  return several ? (
    <Select
      {...(id ? { id } : { 'aria-label': t('monitoring:source') })}
      value={value ?? data?.find((source) => source.default)?.name ?? embedded}
      options={(data ?? []).map(({ name }) => ({ value: name ?? embedded, label: name ?? t('monitoring:embedded') }))}
      onChange={(next: string) => onChange?.(next)}
    />
  ) : null;
};
