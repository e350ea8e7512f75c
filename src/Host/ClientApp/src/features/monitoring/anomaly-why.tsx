import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { amount, yearMonth } from '@/ui/format';
import { useCode, useText, useUnit } from '@/ui/use-text';
import { shownValue, withValues, type AnomalyDetail } from './anomaly';
import { SqlView } from './sql-editor';

const isSql = (rule: string): boolean => /^\s*(select|with)\b/i.test(rule);

/** Why the rule fired: what it looks for with the values that counted here, what it found, and the rule itself. */
export const AnomalyWhy = ({ data }: { data: AnomalyDetail }) => {
  const { t } = useTranslation();
  const unit = useUnit();
  const values = data.values.map((one) => ({ ...one, unit: unit(one.unit) }));
  const over = data.limitValue > 0 ? ` (${((data.metric / data.limitValue) * 100).toFixed(0)} %)` : '';
  return (
    <section className="why" aria-label={t('monitoring:why')}>
      <h3>{t(data.clue ? 'triage:clueSaid' : 'monitoring:why')}</h3>
      {data.clue && <ClueBehind clue={data.clue} />}
      {data.purpose && <p>{data.purpose}</p>}
      {data.calibre && (
        <p className="muted">
          {withValues(data.calibre, values).map((piece, at) => (piece.named ? <strong key={at}>{piece.text}</strong> : piece.text))}
        </p>
      )}
      {!isSql(data.ruleText) && data.ruleText && <p className="pre-line">{data.ruleText}</p>}
      {!data.clue && (
        <div className="why-numbers">
          <span>
            {t('monitoring:metric')} <strong className="metric-over">{amount(data.metric)}</strong>
            {over}
          </span>
          <span>
            {t('monitoring:limit')} <strong>{amount(data.limitValue)}</strong>
          </span>
        </div>
      )}
      {isSql(data.ruleText) && (
        <details>
          <summary>{t('monitoring:ruleShown')}</summary>
          <SqlView sql={data.ruleText} label={t('monitoring:rule')} />
          <Values values={values} />
        </details>
      )}
    </section>
  );
};

/** The values put into the rule. One that counts for the unit only says so. */
const Values = ({ values }: { values: AnomalyDetail['values'] }) => {
  const { t } = useTranslation();
  const text = useText();
  return (
    <dl className="put-in" aria-label={t('triage:putIn')}>
      {values.map((one) => (
        <div key={one.name}>
          <dt>
            <code>@{one.name}</code> {one.name === 'ym' ? t('monitoring:month') : text(one.label)}
          </dt>
          <dd>
            {one.name === 'ym' ? yearMonth(String(one.value)) : shownValue(one)} {one.own && <Tag variant="filled">{t('triage:ownValue')}</Tag>}
          </dd>
        </div>
      ))}
    </dl>
  );
};

const ClueBehind = ({ clue }: { clue: NonNullable<AnomalyDetail['clue']> }) => {
  const { t } = useTranslation();
  const code = useCode();
  return (
    <>
      <p className="muted">{t('triage:fromClue', { number: clue.number, source: code('clueSource', clue.source) })}</p>
      <p className="pre-line">{clue.content}</p>
    </>
  );
};
