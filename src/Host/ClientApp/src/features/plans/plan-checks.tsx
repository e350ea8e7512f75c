import { CheckCircleFilled, ExclamationCircleFilled, QuestionCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/ui/state-views';
import { useChecks, type Plan, type PlanCheck } from './plan';

const icons = {
  satisfied: <CheckCircleFilled className="check-good" />,
  missing: <ExclamationCircleFilled className="check-bad" />,
  unknown: <QuestionCircleOutlined className="muted" />,
};

/** What a month must reach, with its numbers; the word beside the colour says the same. */
export const PlanChecks = ({ plan, month }: { plan: Plan; month: number }) => {
  const { t } = useTranslation();
  const checks = useChecks(plan.id, month);
  const words = (check: PlanCheck) =>
    check.state === 'unknown'
      ? ''
      : t(`plans:check.${check.state}`, { got: check.got, wanted: check.wanted, population: check.population, short: (check.wanted ?? 0) - (check.got ?? 0) });
  return (
    <Loaded of={checks} rows={2}>
      {(data) => (
        <ul className="plan-checks" aria-label={t('plans:checks')}>
          {data.map((check) => (
            <li key={check.code}>
              {icons[check.state]}
              <span>
                {t(`plans:checkName.${check.code}`)}
                <span className="muted small"> {words(check)}</span>
                {check.reason && <span className="small"> {t(`plans:checkReason.${check.reason}`)}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
};
