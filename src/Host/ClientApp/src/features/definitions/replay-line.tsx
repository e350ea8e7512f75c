import { useTranslation } from 'react-i18next';
import { useCode } from '@/ui/use-text';

export type ReplayDetail = {
  stop: { node: string; name: string; code: string; detail: string | null } | null;
  otherWay: { after: string | null; was: string | null; now: string | null } | null;
  breaches: { node: string; name: string; limitHours: number; hours: number; wasLate: boolean }[];
  misses: { node: string; name: string; field: string; code: string }[];
};

/** What the replay of one case found, a sentence each. */
export const ReplayLine = ({ detail }: { detail: ReplayDetail }) => {
  const { t } = useTranslation();
  const code = useCode();
  const way = (text: string | null): string => text?.split(' · ').map((part, index) => code(index === 0 ? 'node' : 'outcome', part)).join(' · ') ?? t('definitions:replay.end');
  const { stop, otherWay, breaches, misses } = detail;
  return (
    <ul className="run-findings">
      {otherWay && <li>{t('definitions:replay.otherWay', { after: way(otherWay.after ?? null), was: way(otherWay.was), now: way(otherWay.now) })}</li>}
      {breaches.map((breach, index) => (
        <li key={`sla-${index}`}>
          {t(breach.wasLate ? 'definitions:replay.breachAgain' : 'definitions:replay.breachNew', { name: code('node', breach.name), limit: breach.limitHours, hours: breach.hours })}
        </li>
      ))}
      {misses.map((miss, index) => (
        <li key={`form-${index}`}>{t('definitions:replay.miss', { name: code('node', miss.name), field: miss.field, why: t(`definitions:replay.code.${miss.code}`, { defaultValue: miss.code }) })}</li>
      ))}
      {stop && <li>{t('definitions:replay.stop', { name: code('node', stop.name), why: t(`definitions:replay.code.${stop.code}`, { defaultValue: stop.code }), detail: stop.detail ?? '' })}</li>}
    </ul>
  );
};
