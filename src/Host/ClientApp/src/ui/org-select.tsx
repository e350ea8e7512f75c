import { useQuery } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';

export type Org = { orgNo: string; name: string; parentOrgNo: string | null; orgPath: string; level: number };
type Node = { value: string; title: string; children: Node[] };

export const useOrgs = () => useQuery({ queryKey: ['orgs'], queryFn: () => http.get<Org[]>('/api/orgs'), staleTime: 600_000 });

const tree = (orgs: Org[]): Node[] => {
  const nodes = new Map(orgs.map((org) => [org.orgNo, { value: org.orgNo, title: org.name, children: [] as Node[] }]));
  return orgs.flatMap((org) => {
    const node = nodes.get(org.orgNo) as Node;
    const parent = org.parentOrgNo ? nodes.get(org.parentOrgNo) : undefined;
    parent?.children.push(node);
    return parent ? [] : [node];
  });
};

type Props = { value: string; onChange: (orgNo: string | undefined) => void; id?: string };

/** The units of one's own subtree. */
export const OrgSelect = ({ value, onChange, id }: Props) => {
  const { t } = useTranslation();
  const { data } = useOrgs();
  const treeData = useMemo(() => tree(data ?? []), [data]);
  return (
    <TreeSelect
      {...(id ? { id } : {})}
      aria-label={t('common:unit')}
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandAll
      placeholder={t('common:unit')}
      value={value || null}
      treeData={treeData}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
    />
  );
};
