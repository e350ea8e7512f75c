import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateTime, money } from '@/ui/format';
import { useCode } from '@/ui/use-text';
import type { AuditCase } from './case';

export const CaseSummary = ({ data }: { data: AuditCase }) => {
  const { t } = useTranslation();
  const code = useCode();
  const rows: [string, React.ReactNode][] = [
    [t('cases:field.theme'), `${data.themeCode} ${data.themeName}`],
    [t('cases:field.level'), code('level', data.level)],
    [t('cases:field.specialty'), code('specialty', data.specialty)],
    [t('common:unit'), data.orgName],
    [t('cases:field.task'), data.task ? <Link to={`/tasks/${data.task.id}`}>{data.task.number}</Link> : '—'],
    [t('cases:field.createdAt'), dateTime(data.createdAt)],
    [t('cases:field.returns'), String(data.returns ?? 0)],
  ];
  if (data.conclusion) {
    rows.push([t('cases:field.conclusion'), code('conclusion', data.conclusion)]);
  }
  if (data.rootCause) {
    rows.push([t('cases:field.rootCause'), code('rootCause', data.rootCause)]);
  }
  if (data.recoveredYuan) {
    rows.push([t('cases:field.recovered'), money(data.recoveredYuan)]);
  }
  if (data.score !== null && data.score !== undefined) {
    rows.push([t('cases:field.score'), String(data.score)]);
  }
  if (data.closedAt) {
    rows.push([t('cases:field.closedAt'), dateTime(data.closedAt)]);
  }
  return (
    <section className="panel" aria-label={t('cases:tab.summary')}>
      <Descriptions column={1} size="small" items={rows.map(([label, children]) => ({ key: label, label, children }))} />
    </section>
  );
};
