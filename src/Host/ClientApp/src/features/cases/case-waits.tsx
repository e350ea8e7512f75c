import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { dateTime } from '@/ui/format';
import { useCode } from '@/ui/use-text';
import type { AuditCase } from './case';
import { ReopenCase } from './reopen-case';

/** Shown when nothing is asked of the reader: who is expected to act, or that the case is closed. */
export const CaseWaits = ({ data }: { data: AuditCase }) => {
  const { t } = useTranslation();
  const code = useCode();
  if (data.stage === 'closed') {
    return (
      <>
        <Alert
          {...(data.state === 'closed' ? { type: 'success' as const } : { type: 'warning' as const })}
          showIcon
          className="gap-below"
          title={t(data.state === 'closed' ? 'cases:closed' : 'cases:ended', { at: dateTime(data.closedAt), state: code('caseState', data.state) })}
        />
        {data.mayReopen && <ReopenCase data={data} />}
      </>
    );
  }
  if (data.openWorkItems.length === 0) {
    return <Alert type="info" showIcon className="gap-below" title={t('cases:noOpenStep')} />;
  }
  return (
    <>
      {data.openWorkItems.map((item) => (
        <Alert
          key={item.id}
          type="info"
          showIcon
          className="gap-below"
          title={t('cases:waitsFor', { step: item.title, role: code('role', item.roleName) })}
          description={item.stoppedAt ? t('cases:clockStopped', { at: dateTime(item.stoppedAt) }) : item.dueAt ? t('cases:waitsUntil', { at: dateTime(item.dueAt) }) : undefined}
        />
      ))}
    </>
  );
};
