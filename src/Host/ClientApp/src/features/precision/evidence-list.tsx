import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { amount, dateTime } from '@/ui/format';
import { useText } from '@/ui/use-text';
import type { BacktestResult, Step } from './precision';
import type { Text } from '@/api/types';

type Proposal = { from: number; to: number; unit: string; label: Text; after: Step };
type Evidence = { by: string; at: string } & ({ kind: 'threshold'; data: Proposal } | { kind: 'backtest'; data: BacktestResult });

/** What was attached to a version: it stays with the version, whatever the cases say later. */
export const EvidenceList = ({ code, number }: { code: string; number: number }) => {
  const { t } = useTranslation();
  const text = useText();
  const { data } = useQuery({
    queryKey: ['theme-life', code, number, 'evidence'],
    queryFn: () => http.get<Evidence[]>(`/api/themes/${code}/versions/${number}/evidence`),
  });
  const told = (row: Evidence) =>
    row.kind === 'threshold'
      ? t('precision:evidence.threshold', {
          name: text(row.data.label), from: amount(row.data.from), to: amount(row.data.to), unit: row.data.unit, dropped: row.data.after.unfoundedDropped, lost: row.data.after.confirmedLost,
        })
      : t('precision:evidence.backtest', { months: row.data.months.length, kept: row.data.total.confirmedKept, lost: row.data.total.confirmedLost, dropped: row.data.total.unfoundedDropped });
  return data && data.length > 0 ? (
    <section aria-label={t('precision:evidence.title')} className="gap-above">
      <h3>{t('precision:evidence.title')}</h3>
      <ul className="evidence-told">
        {data.map((row) => (
          <li key={`${row.kind}${row.at}`}>
            {told(row)}{' '}
            <span className="muted small">
              {row.by} · {dateTime(row.at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ) : null;
};
