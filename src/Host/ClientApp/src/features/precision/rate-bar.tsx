import { useTranslation } from 'react-i18next';
import { percent, type Share } from './precision';

/** A share with its interval as a band: a wide band says "too few cases", which a bare percentage hides. */
export const RateBar = ({ share }: { share: Share | null }) => {
  const { t } = useTranslation();
  if (!share) {
    return <span className="muted">—</span>;
  }
  const interval = t('precision:interval', { low: percent(share.low), high: percent(share.high) });
  return (
    <span className="rate" title={interval}>
      <span className="rate-value">{percent(share.value)}</span>
      <svg viewBox="0 0 100 12" className="rate-bar" preserveAspectRatio="none" role="img" aria-label={interval}>
        <rect x="0" y="5" width="100" height="2" className="rate-track" />
        <rect x={share.low * 100} y="2" width={Math.max(1, (share.high - share.low) * 100)} height="8" className="rate-band" />
        <rect x={Math.min(98.5, share.value * 100)} y="0" width="1.5" height="12" className="rate-mark" />
      </svg>
      <span className="muted small">{interval}</span>
    </span>
  );
};
