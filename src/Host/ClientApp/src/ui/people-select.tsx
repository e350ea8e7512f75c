import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';

type Person = { id: number; name: string; orgNo: string; orgName: string; orgPath: string };

const usePeople = () => useQuery({ queryKey: ['people'], queryFn: () => http.get<Person[]>('/api/people'), staleTime: 300_000 });

type Props = { id?: string; value?: number[]; onChange?: (ids: number[]) => void; within?: string | undefined };

/** People of one's own organisation and below, by unit; those of one place only where one is given. */
export const PeopleSelect = ({ id, value, onChange, within }: Props) => {
  const { t } = useTranslation();
  const people = usePeople();
  const shown = (people.data ?? []).filter((person) => !within || person.orgPath.startsWith(within) || value?.includes(person.id));
  const units = [...new Map(shown.map((person) => [person.orgNo, person.orgName]))];
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      allowClear
      loading={people.isPending}
      placeholder={t('common:choosePeople')}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? []}
      options={units.map(([orgNo, orgName]) => ({ label: orgName, options: shown.filter((person) => person.orgNo === orgNo).map((person) => ({ value: person.id, label: person.name })) }))}
      onChange={(ids: number[]) => onChange?.(ids)}
    />
  );
};
