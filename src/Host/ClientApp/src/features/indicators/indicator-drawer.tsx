import { Alert, Button, Descriptions, Drawer, Table, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { amount, yearMonth } from '@/ui/format';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useText } from '@/ui/use-text';
import { shown, useIndicator, useIndicatorRows, type IndicatorDetail, type Row, type UnitLine } from './indicator';
import { useIndicatorName } from './indicator-tile';

type Props = { code: string; place: { org: string; ym: string }; onClose: () => void; onUnit: (orgNo: string) => void };

/** From a value down to the units it comes from, and to the rows behind it. */
export const IndicatorDrawer = ({ code, place, onClose, onUnit }: Props) => {
  const name = useIndicatorName();
  const found = useIndicator(code, place);
  return (
    <Drawer open={code !== ''} size={760} onClose={onClose} title={found.data ? name(found.data) : code} destroyOnHidden>
      {code !== '' && <Loaded of={found}>{(data) => <Body data={data} place={place} onUnit={onUnit} />}</Loaded>}
    </Drawer>
  );
};

const Body = ({ data, place, onUnit }: { data: IndicatorDetail; place: Props['place']; onUnit: Props['onUnit'] }) => {
  const { t } = useTranslation();
  const text = useText();
  const limit = (value: number | null) => (value === null ? '—' : `${data.better === 'high' ? '≥' : '≤'} ${value} ${text(data.unit)}`);
  return (
    <>
      <p className="gap-below">{data.calibre}</p>
      <dl className="figures">
        <Figure name={`${data.own.orgName} ${yearMonth(data.ym)}`} value={`${shown(data.own.value, data.decimals)} ${data.own.value === null ? '' : text(data.unit)}`} />
        <Figure name={t('indicators:num')} value={amount(data.own.num)} />
        {data.kind === 'ratio' && <Figure name={t('indicators:den')} value={amount(data.own.den)} />}
        <Figure name={t('indicators:rows')} value={amount(data.own.rows)} />
      </dl>
      <Tabs
        items={[
          { key: 'units', label: t('indicators:units', { count: data.below.length }), children: <Units data={data} onUnit={onUnit} /> },
          { key: 'rows', label: t('indicators:behind'), children: <Behind data={data} place={place} /> },
          {
            key: 'rule',
            label: t('indicators:definition'),
            children: (
              <>
                <Descriptions
                  column={1}
                  size="small"
                  items={[
                    { key: 'code', label: t('monitoring:code'), children: `${data.code} v${data.version}` },
                    { key: 'warn', label: t('indicators:warnLimit'), children: limit(data.warn) },
                    { key: 'alarm', label: t('indicators:alarmLimit'), children: limit(data.alarm) },
                    ...data.parameters.map((one) => ({ key: one.name, label: `@${one.name} ${text(one.label)}`, children: `${one.value} ${one.unit}` })),
                    { key: 'basis', label: t('indicators:basis'), children: data.basis },
                    ...(data.snapshot ? [{ key: 'snapshot', label: t('indicators:snapshot'), children: t('indicators:snapshotHint') }] : []),
                  ]}
                />
                <pre className="sql" tabIndex={0} aria-label={t('monitoring:rule')}>
                  {data.ruleSql}
                </pre>
              </>
            ),
          },
        ]}
      />
    </>
  );
};

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

const Units = ({ data, onUnit }: { data: IndicatorDetail; onUnit: Props['onUnit'] }) => {
  const { t } = useTranslation();
  const text = useText();
  return data.below.length === 0 ? (
    <EmptyView text={t('indicators:noUnits')} />
  ) : (
    <Table<UnitLine>
      size="small"
      rowKey="orgNo"
      aria-label={t('indicators:units', { count: data.below.length })}
      dataSource={data.below}
      pagination={false}
      scroll={{ x: 520 }}
      columns={[
        {
          title: t('common:unit'),
          key: 'unit',
          render: (_, row) => (
            <Button type="link" className="cell-link" onClick={() => onUnit(row.orgNo)}>
              {row.orgName}
            </Button>
          ),
        },
        {
          title: `${t('indicators:value')} (${text(data.unit)})`,
          key: 'value',
          align: 'right',
          sorter: (one, other) => (one.value ?? -Infinity) - (other.value ?? -Infinity),
          render: (_, row) => <span className={`level-text-${row.level}`}>{shown(row.value, data.decimals)}</span>,
        },
        { title: t('indicators:num'), dataIndex: 'num', align: 'right', render: (value: number | null) => amount(value) },
        ...(data.kind === 'ratio' ? [{ title: t('indicators:den'), dataIndex: 'den', align: 'right' as const, render: (value: number | null) => amount(value) }] : []),
        { title: t('common:state'), key: 'level', render: (_, row) => t(`indicators:level.${row.level}`) },
      ]}
    />
  );
};

const Behind = ({ data, place }: { data: IndicatorDetail; place: Props['place'] }) => {
  const { t } = useTranslation();
  const text = useText();
  const rows = useIndicatorRows(data.code, place);
  return (
    <Loaded of={rows}>
      {(page) =>
        page.items.length === 0 ? (
          <EmptyView text={t('indicators:noRows')} />
        ) : (
          <>
            {page.newerData && <Alert className="gap-below" type="info" showIcon title={t('indicators:newerData')} />}
            <p className="muted small">{t(page.more ? 'indicators:firstRows' : 'indicators:allRows', { count: page.items.length })}</p>
            <Table<Row & { key: number }>
              size="small"
              rowKey="key"
              aria-label={t('indicators:behind')}
              dataSource={page.items.map((row, key) => ({ ...row, key }))}
              pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
              scroll={{ x: 480 }}
              columns={[
                { title: text(data.object), dataIndex: 'objKey', render: (value: string) => <span className="mono">{value}</span> },
                { title: t('common:unit'), dataIndex: 'orgName' },
                { title: t('indicators:num'), dataIndex: 'num', align: 'right', render: (value: number) => amount(value) },
                ...(data.kind === 'ratio' ? [{ title: t('indicators:den'), dataIndex: 'den', align: 'right' as const, render: (value: number | null) => amount(value) }] : []),
              ]}
            />
          </>
        )
      }
    </Loaded>
  );
};
