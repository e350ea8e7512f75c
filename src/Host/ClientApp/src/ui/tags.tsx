import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { dateTime } from './format';
import { dueDistance, dueTone, type DueTimes } from './due';
import { useCode } from './use-text';

const urgencyColor: Record<string, string> = { critical: 'red', urgent: 'orange' };
const levelColor: Record<string, string> = { special: 'red', 特级: 'red', '1': 'orange', 一级: 'orange', '2': 'gold', 二级: 'gold' };
const stateColor: Record<string, string> = {
  new: 'blue', 'to-handle': 'orange', 'in-task': 'cyan', done: 'green', closed: 'green', running: 'blue', failed: 'red', handling: 'cyan', returned: 'orange',
  'in-force': 'green', consulting: 'orange', frozen: 'cyan', tasked: 'green', approved: 'blue',
  'in-use': 'green', submitted: 'orange', effective: 'green', on: 'green', applied: 'blue', reviewed: 'orange', accepted: 'green', pending: 'blue', 'no-data': 'orange',
};

const ColorTag = ({ color, text }: { color: string | undefined; text: string }) => (
  <Tag variant="filled" {...(color ? { color } : {})}>
    {text}
  </Tag>
);

export const UrgencyTag = ({ urgency }: { urgency: string }) => <ColorTag color={urgencyColor[urgency]} text={useCode()('urgency', urgency)} />;

export const LevelTag = ({ level }: { level: string }) => <ColorTag color={levelColor[level]} text={useCode()('level', level)} />;

export const StateTag = ({ list, state }: { list: string; state: string }) => <ColorTag color={stateColor[state]} text={useCode()(list, state)} />;

type DueProps = { of: DueTimes & { stoppedAt?: string | null }; compact?: boolean };

/** Due time with its colour and its distance in words: colour alone tells nothing to a colour-blind reader. A suspended process has a clock that stands still. */
export const Due = ({ of, compact }: DueProps) => {
  const { t } = useTranslation();
  const at = of.dueAt;
  if (of.stoppedAt) {
    return <Tag variant="filled" title={t('common:due.stoppedSince', { at: dateTime(of.stoppedAt) })}>{t('common:due.stopped')}</Tag>;
  }
  if (!at) {
    return <span className="muted">—</span>;
  }
  const tone = dueTone(of);
  const { unit, count } = dueDistance(at);
  const words = t(`common:due.${tone === 'overdue' ? 'late' : 'left'}`, { distance: t(`common:due.${unit}`, { count }) });
  return (
    <span className={`due due-${tone}`} title={dateTime(at)}>
      <span className="due-words">{words}</span>
      {!compact && <span className="due-time">{dateTime(at)}</span>}
    </span>
  );
};
