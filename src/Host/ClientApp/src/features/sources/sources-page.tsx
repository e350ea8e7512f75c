import { Alert, App, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';
import { BackLink } from '@/ui/back-link';
import { date, dateTime, yearMonth } from '@/ui/format';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';

type Source = { name: string | null; kind: string; place: string | null; schema: string | null; default: boolean; ym: string | null; stamp: string | null; seenAt: string | null };
type Check = { fit: boolean; problems: { code: string; subject: string; warning: boolean; text: string }[]; ym: string | null; stamp: string | null; days: { table: string; day: string | null }[]; hasLog: boolean };

/** Where rules read: the embedded copy and the company's own warehouses, and whether each may be used. */
export const SourcesPage = () => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const sources = useQuery({ queryKey: ['sources'], queryFn: () => http.get<Source[]>('/api/sources') });
  const [checked, setChecked] = useState<{ name: string; check: Check }>();
  const check = useMutation({
    mutationFn: (name: string) => http.post<Check>(`/api/sources/${encodeURIComponent(name)}/check`),
    onSuccess: (answer, name) => setChecked({ name, check: answer }),
    onError: (error) => void message.error(errorText(error), 6),
  });
  const name = (row: Source) => row.name ?? t('sources:embedded');
  const usual = (row: Source) => (row.default ? <Tag variant="filled" color="green">{t('sources:default')}</Tag> : null);
  const action = (row: Source) =>
    row.name && (
      <Button loading={check.isPending && check.variables === row.name} onClick={() => check.mutate(row.name as string)}>
        {t('sources:check')}
      </Button>
    );
  return (
    <Page title={t('sources:title')} subtitle={t('sources:subtitle')} back={<BackLink fallback="/imports" text={t('common:nav.imports')} />}>
      <Loaded of={sources}>
        {(rows) => (
          <Records
            label={t('sources:title')}
            rows={rows}
            rowKey={name}
            width={980}
            empty={<EmptyView text={t('sources:title')} />}
            columns={[
              { title: t('sources:name'), key: 'name', render: (_, row) => <>{name(row)} {usual(row)}</> },
              { title: t('sources:kind'), key: 'kind', width: 130, render: (_, row) => t(`sources:kinds.${row.kind}`) },
              { title: t('sources:place'), key: 'place', render: (_, row) => <span className="mono">{row.place ? `${row.place} · ${row.schema}` : '—'}</span> },
              { title: t('sources:month'), key: 'ym', width: 110, render: (_, row) => yearMonth(row.ym) },
              { title: t('sources:stamp'), key: 'stamp', width: 130, render: (_, row) => date(row.stamp) },
              { title: t('sources:seenAt'), key: 'seen', width: 160, render: (_, row) => dateTime(row.seenAt) },
              { title: t('sources:actions'), key: 'action', width: 110, render: (_, row) => action(row) },
            ]}
            card={(row) => (
              <>
                <div className="card-line">
                  <strong>{name(row)}</strong>
                  {usual(row)}
                </div>
                <div className="muted">{`${t(`sources:kinds.${row.kind}`)} · ${t('sources:stamp')} ${date(row.stamp)}`}</div>
                {action(row)}
              </>
            )}
          />
        )}
      </Loaded>
      {sources.data?.length === 1 && <p className="muted source-hint">{t('sources:howTo')}</p>}
      {checked && <CheckReport name={checked.name} check={checked.check} />}
    </Page>
  );
};

const CheckReport = ({ name, check }: { name: string; check: Check }) => {
  const { t } = useTranslation();
  return (
    <section aria-live="polite">
      <h2 className="section-title">{t('sources:result', { name })}</h2>
      <Alert
        className="gap-below"
        showIcon
        type={!check.fit ? 'error' : check.problems.length > 0 ? 'warning' : 'success'}
        title={t(check.fit ? 'sources:fit' : 'sources:unfit')}
        description={check.problems.length > 0 && <ul>{check.problems.map((problem) => <li key={problem.code + problem.subject}>{problem.text}</li>)}</ul>}
      />
      {check.days.length > 0 && (
        <Records
          label={t('sources:days')}
          rows={check.days}
          rowKey={(day) => day.table}
          width={420}
          empty={null}
          columns={[
            { title: t('sources:table'), dataIndex: 'table', render: (value: string) => <span className="mono">{value}</span> },
            { title: t('sources:newest'), key: 'day', render: (_, day) => (day.day ? date(day.day) : t('sources:empty')) },
          ]}
          card={(day) => (
            <div className="card-line">
              <span className="mono">{day.table}</span>
              <span>{day.day ? date(day.day) : t('sources:empty')}</span>
            </div>
          )}
        />
      )}
    </section>
  );
};
