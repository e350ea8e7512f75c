import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { percent, useQuality } from './quality';

/** What whoever scores an order should know of its unit: how this month's replies and samples came out. Nothing while there is nothing to say. */
export const UnitQuality = ({ orgNo }: { orgNo: string }) => {
  const { t } = useTranslation();
  const { data } = useQuality('', orgNo);
  const line = data?.lines[0];
  if (!data || !line || line.score === null) {
    return null;
  }
  return (
    <p className="muted unit-quality">
      {t('evaluation:ofUnit', { unit: line.orgName, first: percent(line.firstPassPercent), passed: percent(line.passPercent), sampled: line.sampled, score: line.score.toFixed(2), weight: data.weight })}{' '}
      <Link to={`/evaluation?ym=${data.ym}`}>{t('evaluation:open')}</Link>
    </p>
  );
};
