import { Alert, Descriptions, Drawer, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { Bars } from '@/ui/bars';
import { dateTime, yearMonth } from '@/ui/format';
import { Loaded } from '@/ui/state-views';
import { LevelTag } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import { EarlierAnomalies, RowsBehind } from './anomaly-behind';
import { Marks, RiskParts } from './anomaly-marks';
import { AnomalyNeighbours, type Neighbours } from './anomaly-neighbours';
import { AnomalyWhy } from './anomaly-why';
import { TriageOne } from './triage-one';
import { thirteenMonths, useAnomaly, type AnomalyDetail } from './anomaly';

type Props = { id: string; neighbours: Neighbours | undefined; onClose: () => void };

/** Why it fired, how the object behaved over the last thirteen months, and what is to become of it; the neighbours of the list are one key away. */
export const AnomalyDrawer = ({ id, neighbours, onClose }: Props) => {
  const { t } = useTranslation();
  const anomaly = useAnomaly(id);
  return (
    <Drawer
      open={id !== ''}
      size={720}
      onClose={onClose}
      title={t('monitoring:detail')}
      destroyOnHidden
      extra={neighbours && <AnomalyNeighbours {...neighbours} />}
      footer={anomaly.data && <TriageOne key={id} row={anomaly.data} onDone={() => (neighbours?.next ?? onClose)()} />}
    >
      {id !== '' && <Loaded of={anomaly}>{(data) => <AnomalyBody key={data.id} data={data} />}</Loaded>}
    </Drawer>
  );
};

/** What was made of a clue, a sample or a survey has no theme behind it. */
const isTheme = ({ themeCode }: AnomalyDetail): boolean => /^[A-Z]{2}-\d+$/.test(themeCode);

const AnomalyBody = ({ data }: { data: AnomalyDetail }) => {
  const { t } = useTranslation();
  const code = useCode();
  const may = useMay();
  const months = thirteenMonths(data.ym, data.readings);
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
      <AnomalyWhy data={data} />
      {!data.sourceAnswers && <Alert className="gap-below" type="warning" showIcon title={t('monitoring:sourceSilent')} />}
      <RowsBehind tables={data.behind} />
      {data.readings.length > 0 && (
        <>
          <Bars
            label={t('monitoring:energy')}
            unit="kWh"
            gap={t('triage:noReading')}
            bars={months.map((one) => ({ label: yearMonth(one.ym).slice(2), value: one.kwh, marked: one.ym === data.ym }))}
          />
          {data.readings.some((one) => one.amount !== null) && (
            <Bars
              label={t('monitoring:money')}
              unit={t('common:yuan')}
              gap={t('triage:noReading')}
              bars={months.map((one) => ({ label: yearMonth(one.ym).slice(2), value: one.amount, marked: one.ym === data.ym }))}
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
          ...(data.triageReason ? [{ key: 'reason', label: t('triage:reason'), children: <span className="pre-line">{data.triageReason}</span> }] : []),
          { key: 'unit', label: t('common:unit'), children: data.orgName },
          { key: 'month', label: t('monitoring:month'), children: yearMonth(data.ym) },
          { key: 'specialty', label: t('monitoring:specialty'), children: code('specialty', data.specialty) },
          { key: 'version', label: t('monitoring:themeVersion'), children: isTheme(data) ? <Link to={`/themes/${data.themeCode}`}>{`${data.themeCode} v${data.themeVersion}`}</Link> : data.themeName },
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
