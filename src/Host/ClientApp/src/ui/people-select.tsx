import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';

type Person = { id: number; name: string; orgNo: string; orgName: string; orgPath: string };

const usePeople = () => useQuery({ queryKey: ['people'], queryFn: () => http.get<Person[]>('/api/people'), staleTime: 300_000 });

type People = Person[];

/** People under the heading of their unit. */
const byUnit = (people: People) =>
  [...new Map(people.map((person) => [person.orgNo, person.orgName]))].map(([orgNo, orgName]) => ({
    label: orgName,
    options: people.filter((person) => person.orgNo === orgNo).map((person) => ({ value: person.id, label: person.name })),
  }));

/** One of the people of one's own organisation and below. */
export const PersonSelect = ({ id, value, onChange }: { id?: string; value?: number; onChange?: (id: number) => void }) => {
  const { t } = useTranslation();
  const people = usePeople();
  return (
    <Select
      {...(id ? { id } : {})}
      loading={people.isPending}
      placeholder={t('common:choosePeople')}
      showSearch={{ optionFilterProp: 'label' }}
      value={people.data ? value : undefined}
      options={byUnit(people.data ?? [])}
      onChange={(chosen: number) => onChange?.(chosen)}
    />
  );
};

type Props = { id?: string; value?: number[]; onChange?: (ids: number[]) => void; within?: string | undefined };

/** People of one's own organisation and below, by unit; those of one place only where one is given. */
export const PeopleSelect = ({ id, value, onChange, within }: Props) => {
  const { t } = useTranslation();
  const people = usePeople();
  const shown = (people.data ?? []).filter((person) => !within || person.orgPath.startsWith(within) || value?.includes(person.id));
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      allowClear
      loading={people.isPending}
      placeholder={t('common:choosePeople')}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? []}
      options={byUnit(shown)}
      onChange={(ids: number[]) => onChange?.(ids)}
    />
  );
};
