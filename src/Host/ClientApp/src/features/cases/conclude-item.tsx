import { App, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { useErrorText } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import type { AuditCase, CaseItem } from './case';

const conclusions = ['confirmed-internal', 'confirmed-customer', 'confirmed-objective', 'not-confirmed', 'normal', 'cannot-fix-now'];

/** The conclusion of one item while its case is handled: as the case, or one of its own. Saved at once. */
export const ConcludeItem = ({ data, item }: { data: AuditCase; item: CaseItem }) => {
  const { t } = useTranslation();
  const code = useCode();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (conclusion: string | undefined) => http.put<void>(`/api/cases/${data.id}/items`, { items: [{ id: item.id, conclusion: conclusion ?? null }] }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', String(data.id)] }),
    onError: (error) => void message.error(errorText(error), 6),
  });
  return (
    <Select
      aria-label={`${t('cases:item.conclusion')} ${item.objKey}`}
      className="wide"
      allowClear
      loading={save.isPending}
      placeholder={data.conclusion ? t('cases:item.follows', { conclusion: code('conclusion', data.conclusion) }) : t('cases:item.followsOpen')}
      value={item.ownConclusion}
      options={conclusions.map((value) => ({ value, label: code('conclusion', value) }))}
      onChange={(value: string | undefined) => save.mutate(value)}
    />
  );
};
