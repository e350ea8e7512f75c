import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BackLink } from '@/ui/back-link';
import { amount } from '@/ui/format';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { Due } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import { useProblemList, type ProblemLine, type ProblemList } from './problem-list';

const colors: Record<string, string> = { overdue: 'red', confirmed: 'orange' };

/** The list of one team for one week, as it was when the week began; to read, to print, to take along. */
export const ProblemListPage = () => {
  const { id = '' } = useParams();
  const found = useProblemList(id);
  return <Loaded of={found}>{(data) => <ListBody list={data.list} lines={data.lines} />}</Loaded>;
};

const ListBody = ({ list, lines }: { list: ProblemList; lines: ProblemLine[] }) => {
  const { t } = useTranslation();
  const code = useCode();
  const number = (row: ProblemLine) => (
    <Link to={`/cases/${row.caseId}`} className="mono">
      {row.caseNumber}
    </Link>
  );
  const state = (row: ProblemLine) => (
    <Tag variant="filled" {...(colors[row.state] ? { color: colors[row.state] } : {})}>
      {code('problemState', row.state)}
    </Tag>
  );
  const file = (format: string) => (
    <Button key={format} href={`/api/problem-lists/${list.id}/export?format=${format}`}>
      {t('plans:list.download', { format: format.toUpperCase() })}
    </Button>
  );
  return (
    <Page
      title={t('plans:list.titleOf', { team: list.schemeTitle ?? list.orgName, week: list.week })}
      back={<BackLink fallback="/problem-lists" text={t('plans:list.title')} />}
      subtitle={t('plans:list.counts', list)}
      actions={
        <span className="panel-tags no-print">
          {file('csv')}
          {file('xlsx')}
          <Button onClick={() => window.print()}>{t('plans:print')}</Button>
        </span>
      }
    >
      <Records
        label={t('plans:list.title')}
        rows={lines}
        rowKey={(row) => `${row.caseId}/${row.themeCode}/${row.objKey}`}
        width={980}
        empty={<EmptyView text={t('plans:list.empty')} />}
        columns={[
          { title: t('common:state'), key: 'state', width: 120, render: (_, row) => state(row) },
          { title: t('plans:list.object'), key: 'object', width: 170, render: (_, row) => <span className="mono">{row.objKey}</span> },
          ...(list.schemeId ? [{ title: t('common:unit'), dataIndex: 'orgName', width: 140 }] : []),
          { title: t('plans:theme'), dataIndex: 'themeName' },
          { title: t('plans:list.metric'), key: 'metric', align: 'right', width: 150, render: (_, row) => `${amount(row.metric)} / ${amount(row.limitValue)}` },
          { title: t('plans:list.order'), key: 'order', width: 210, render: (_, row) => number(row) },
          { title: t('plans:list.due'), key: 'due', width: 170, render: (_, row) => <Due of={row} /> },
        ]}
        card={(row) => (
          <>
            <div className="card-line">
              <span className="mono">{row.objKey}</span>
              {state(row)}
            </div>
            <div>
              {row.themeName}
              {list.schemeId && <span className="muted"> · {row.orgName}</span>}
            </div>
            <div className="card-line muted">
              {number(row)}
              <Due of={row} compact />
            </div>
          </>
        )}
      />
    </Page>
  );
};
