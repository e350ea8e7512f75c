import { Alert, Descriptions, Drawer, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { Bars } from '@/ui/bars';
import { amount, dateTime, yearMonth } from '@/ui/format';
import { Loaded } from '@/ui/state-views';
import { LevelTag } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import { EarlierAnomalies, RowsBehind } from './anomaly-behind';
import { Marks, RiskParts } from './anomaly-marks';
import { SqlView } from './sql-editor';
import { useAnomaly, type AnomalyDetail } from './anomaly';

/** Why it fired, and how the object behaved over the last thirteen months. */
export const AnomalyDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const anomaly = useAnomaly(id);
  return (
    <Drawer open={id !== ''} size={720} onClose={onClose} title={t('monitoring:detail')} destroyOnHidden>
      {id !== '' && <Loaded of={anomaly}>{(data) => <AnomalyBody data={data} />}</Loaded>}
    </Drawer>
  );
};

const isSql = (rule: string): boolean => /^\s*(select|with)\b/i.test(rule);

const AnomalyBody = ({ data }: { data: AnomalyDetail }) => {
  const { t } = useTranslation();
  const code = useCode();
  const may = useMay();
  const over = data.limitValue > 0 ? ` (${((data.metric / data.limitValue) * 100).toFixed(0)} %)` : '';
  return (
    <>
      <h2 className="drawer-title">
        {data.themeCode} {data.themeName}
      </h2>
      <div className="panel-tags gap-below">
        <Marks row={data} />
        <LevelTag level={data.level} />
        {data.tags.map((tag) => (
          <Tag key={tag.code} variant="filled">
            {tag.name}
          </Tag>
        ))}
        {may('white.apply') && data.whiteId === null && data.state !== 'done' && !data.secret && (
          <Link to={`/whitelist?apply=${data.id}`} className="push-right">
            {t('triage:applyWhite')}
          </Link>
        )}
      </div>
      <section className="why" aria-label={t('monitoring:why')}>
        <h3>{t('monitoring:why')}</h3>
        {data.purpose && <p>{data.purpose}</p>}
        {data.calibre && <p className="muted">{data.calibre}</p>}
        {!isSql(data.ruleText) && <p className="pre-line">{data.ruleText}</p>}
        <div className="why-numbers">
          <span>
            {t('monitoring:metric')} <strong className="metric-over">{amount(data.metric)}</strong>
            {over}
          </span>
          <span>
            {t('monitoring:limit')} <strong>{amount(data.limitValue)}</strong>
          </span>
        </div>
        {isSql(data.ruleText) && (
          <details>
            <summary>{t('monitoring:ruleShown')}</summary>
            <SqlView sql={data.ruleText} label={t('monitoring:rule')} />
          </details>
        )}
      </section>
      {!data.sourceAnswers && <Alert className="gap-below" type="warning" showIcon title={t('monitoring:sourceSilent')} />}
      <RowsBehind tables={data.behind} />
      {data.readings.length > 0 && (
        <>
          <Bars
            label={t('monitoring:energy')}
            unit="kWh"
            bars={data.readings.map((one) => ({ label: yearMonth(one.ym).slice(2), value: one.kwh, marked: one.ym === data.ym }))}
          />
          {data.readings.some((one) => one.amount !== null) && (
            <Bars
              label={t('monitoring:money')}
              unit={t('common:yuan')}
              bars={data.readings.map((one) => ({ label: yearMonth(one.ym).slice(2), value: one.amount ?? 0, marked: one.ym === data.ym }))}
            />
          )}
        </>
      )}
      <section aria-label={t('triage:riskTitle')} className="gap-below">
        <h3>{t('triage:riskTitle')}</h3>
        <RiskParts row={data} />
      </section>
      <EarlierAnomalies rows={data.earlier} />
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'object', label: t('monitoring:object'), children: <span className="mono">{data.objKey}</span> },
          { key: 'unit', label: t('common:unit'), children: data.orgName },
          { key: 'month', label: t('monitoring:month'), children: yearMonth(data.ym) },
          { key: 'specialty', label: t('monitoring:specialty'), children: code('specialty', data.specialty) },
          { key: 'version', label: t('monitoring:themeVersion'), children: <Link to={`/themes/${data.themeCode}`}>{`${data.themeCode} v${data.themeVersion}`}</Link> },
          { key: 'hits', label: t('monitoring:hits'), children: data.hits },
          { key: 'stamp', label: t('triage:dataStamp'), children: data.dataStamp ?? '—' },
          { key: 'source', label: t('monitoring:source'), children: data.source ?? t('monitoring:embedded') },
          ...(data.freshness.length > 0
            ? [{ key: 'freshness', label: t('monitoring:freshness'), children: data.freshness.map((one) => `${one.table} ${one.day ?? '—'}`).join('，') }]
            : []),
          { key: 'first', label: t('monitoring:firstSeen'), children: dateTime(data.firstSeenAt) },
          { key: 'last', label: t('monitoring:lastSeen'), children: dateTime(data.lastSeenAt) },
          ...(data.taskId ? [{ key: 'task', label: t('monitoring:task'), children: <Link to={`/tasks/${data.taskId}`}>{t('monitoring:openTask')}</Link> }] : []),
          ...(data.caseId ? [{ key: 'case', label: t('monitoring:case'), children: <Link to={`/cases/${data.caseId}`}>{t('monitoring:openCase')}</Link> }] : []),
        ]}
      />
    </>
  );
};
