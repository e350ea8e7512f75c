import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { dateTime } from '@/ui/format';
import type { SentBack } from './work-item';

/** Stands above the form of a step that has to be done over: who sent it back, and in which words. */
export const SentBackNote = ({ sentBack }: { sentBack: SentBack }) => {
  const { t } = useTranslation();
  const { step, outcome, cause, by, at, text } = sentBack;
  const title = step === null ? t('inbox:takenUp', { by, at: dateTime(at) }) : t('inbox:sentBack', { step, outcome, by, at: dateTime(at) });
  const may = useMay();
  // Samples are of the city: a station cannot open them.
  const sample = cause?.startsWith('sample/') && (may('plan.write') || may('plan.approve')) ? cause : undefined;
  return (
    <Alert
      type="warning"
      showIcon
      className="gap-below"
      title={title}
      description={
        <>
          {text && <div className="pre-line">{text}</div>}
          {sample && <Link to={`/samples/${sample.slice('sample/'.length)}`}>{t('inbox:openSample')}</Link>}
        </>
      }
    />
  );
};
