import { Popover, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { money } from '@/ui/format';
import { StateTag } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import type { Anomaly } from './anomaly';

/** The state, and what lies beside it: another month of it in a task, on the white list, gone from the data, secret. */
export const Marks = ({ row }: { row: Anomaly }) => {
  const { t } = useTranslation();
  return (
    <span className="marks">
      <StateTag list="anomalyState" state={row.state} />
      {row.openTaskId !== null && (
        <Link to={`/tasks/${row.openTaskId}`} onClick={(event) => event.stopPropagation()}>
          <Tag variant="filled" color="blue">
            {t('triage:inHand')}
          </Tag>
        </Link>
      )}
      {row.whiteId !== null && <Tag variant="filled">{t('triage:white')}</Tag>}
      {row.clearedAt !== null && row.state !== 'self-cleared' && <Tag variant="filled">{t('triage:cleared')}</Tag>}
      {row.secret && (
        <Tag variant="filled" color="purple">
          {t('triage:secret')}
        </Tag>
      )}
    </span>
  );
};

/** The score; pointing at it, or focusing it, tells the sum. */
export const Risk = ({ row }: { row: Anomaly }) => {
  const { t } = useTranslation();
  return (
    <Popover title={t('triage:riskTitle')} content={<RiskParts row={row} />}>
      <button type="button" className="risk" aria-label={`${t('triage:risk')} ${row.risk}`}>
        {row.risk}
      </button>
    </Popover>
  );
};

export const RiskParts = ({ row }: { row: Anomaly }) => {
  const { t } = useTranslation();
  const code = useCode();
  const detail = (factor: string, value: string): string => {
    if (factor === 'level') {
      return code('level', value);
    }
    if (factor === 'stake') {
      return money(Number(value));
    }
    return factor === 'tags' ? row.tags.map((tag) => tag.name).join('、') || '—' : t('triage:times', { count: value });
  };
  return (
    <>
      <table className="risk-parts">
        <tbody>
          {row.riskParts.map((part) => (
            <tr key={part.factor}>
              <th scope="row">{t(`triage:factor.${part.factor}`)}</th>
              <td>{detail(part.factor, part.detail)}</td>
              <td className="risk-points">{`+${part.points}`}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('triage:sum')}</th>
            <td />
            <td className="risk-points">{row.risk}</td>
          </tr>
        </tbody>
      </table>
      <p className="muted small risk-formula">{t('triage:formula')}</p>
    </>
  );
};
