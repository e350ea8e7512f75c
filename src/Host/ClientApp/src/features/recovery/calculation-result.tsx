import { Alert, Button, Descriptions, Statistic } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '@/ui/use-text';
import type { Calculation } from './calculator';

/** The amount, how it came about, and the button that takes it over. A refund (below zero) is no recovery and cannot be taken over. */
export const CalculationResult = ({ result, keeping, onUse }: { result: Calculation; keeping: boolean; onUse: () => void }) => {
  const { t } = useTranslation();
  const text = useText();
  return (
    <section aria-live="polite" className="gap-above">
      <Descriptions column={1} size="small" bordered items={result.lines.map((line, at) => ({ key: at, label: text(line.label), children: `${line.value.toLocaleString()} ${line.unit}` }))} />
      <Statistic className="gap-above" title={t('recovery:amount')} value={result.yuan} precision={2} prefix="¥" />
      {result.upperBound && <Alert type="info" showIcon title={t('recovery:upperBound')} className="gap-above" />}
      <Button className="gap-above" type="primary" disabled={result.yuan < 0} loading={keeping} onClick={onUse}>
        {t('recovery:use')}
      </Button>
      <p className="muted small">{t('recovery:kept')}</p>
    </section>
  );
};
