import { Tag, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { amount } from '@/ui/format';
import { Records } from '@/ui/records';
import { EmptyView } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import type { AuditCase, CaseItem } from './case';
import { ConcludeItem } from './conclude-item';

export const CaseItems = ({ data }: { data: AuditCase }) => {
  const { t } = useTranslation();
  const may = useMay();
  const object = (item: CaseItem) =>
    may('anomaly.read') ? (
      <Link to={`/anomalies?open=${item.anomalyId}`} className="mono">
        {item.objKey}
      </Link>
    ) : (
      <span className="mono">{item.objKey}</span>
    );
  const white = (item: CaseItem) =>
    may('white.apply') && data.closedAt === null ? (
      <Link to={`/whitelist?apply=${item.anomalyId}`} aria-label={`${t('cases:item.white')} ${item.objKey}`}>
        {t('cases:item.white')}
      </Link>
    ) : null;
  const columns: NonNullable<TableProps<CaseItem>['columns']> = [
    { title: t('cases:item.object'), key: 'object', render: (_, item) => object(item) },
    { title: t('cases:item.metric'), key: 'metric', align: 'right', render: (_, item) => <span className="metric-over">{amount(item.metric)}</span> },
    { title: t('cases:item.limit'), key: 'limit', align: 'right', render: (_, item) => amount(item.limitValue) },
    {
      title: t('cases:item.conclusion'),
      key: 'conclusion',
      width: data.mayConcludeItems ? 240 : undefined,
      render: (_, item) => (data.mayConcludeItems ? <ConcludeItem data={data} item={item} /> : <Concluded item={item} />),
    },
    ...(may('white.apply') && data.closedAt === null ? [{ title: '', key: 'white', width: 120, render: (_: unknown, item: CaseItem) => white(item) }] : []),
  ];
  return (
    <>
      {data.mayConcludeItems && <p className="muted">{t('cases:item.ownHint')}</p>}
      <Records
        label={t('cases:item.list')}
        rows={data.items}
        rowKey={(item) => item.id}
        columns={columns}
        width={640}
        empty={<EmptyView text={t('cases:item.none')} />}
        card={(item) => (
          <>
            <div className="card-line">
              {object(item)}
              {data.mayConcludeItems ? null : <Concluded item={item} />}
            </div>
            <div className="muted">
              {t('cases:item.metric')} <span className="metric-over">{amount(item.metric)}</span> · {t('cases:item.limit')} {amount(item.limitValue)}
            </div>
            {data.mayConcludeItems && <ConcludeItem data={data} item={item} />}
            {white(item)}
          </>
        )}
      />
    </>
  );
};

const Concluded = ({ item }: { item: CaseItem }) => {
  const { t } = useTranslation();
  const code = useCode();
  return (
    <span>
      {code('conclusion', item.conclusion)} {item.ownConclusion && <Tag variant="filled">{t('cases:item.own')}</Tag>}
    </span>
  );
};
