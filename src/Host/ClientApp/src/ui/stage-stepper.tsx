import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { stageKeys } from '@/api/types';
import { dateTime } from './format';
import { useCode } from './use-text';

type Stage = { key: string; state: 'done' | 'current' | 'waiting'; at?: string | null };

/** The seven stages; the page of a task and the page of a case show the same road. */
export const StageStepper = ({ stages }: { stages: Stage[] }) => {
  const { t } = useTranslation();
  const code = useCode();
  return (
    <ol className="stepper panel" aria-label={t('common:stages')}>
      {stages.map((stage, index) => (
        <li key={stage.key} className={`step step-${stage.state}`} {...(stage.state === 'current' ? { 'aria-current': 'step' as const } : {})}>
          <span className="step-mark" aria-hidden="true">
            {stage.state === 'done' ? <CheckOutlined /> : index + 1}
          </span>
          <span className="step-text">
            <span className="step-name">{code('stage', stage.key)}</span>
            <span className="step-at">{stage.at ? dateTime(stage.at) : t(`common:stageState.${stage.state}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
};

/** The road of a task, of which only the current stage is known: what lies before is done. */
export const stagesUpTo = (current: string): Stage[] => {
  const at = current === 'closed' ? stageKeys.length : Math.max(0, stageKeys.indexOf(current as (typeof stageKeys)[number]));
  return stageKeys.map((key, index) => ({ key, state: index < at ? 'done' : index === at ? 'current' : 'waiting' }));
};
