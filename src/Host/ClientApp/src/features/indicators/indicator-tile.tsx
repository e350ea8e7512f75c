import { useTranslation } from 'react-i18next';
import { useText } from '@/ui/use-text';
import { changeOf, shown, type Line } from './indicator';
import { Spark } from './spark';

/** The name of an indicator in the reader's language. */
export const useIndicatorName = (): ((one: { nameZh: string; nameEn: string }) => string) => {
  const { i18n } = useTranslation();
  return (one) => (i18n.language === 'en' ? one.nameEn : one.nameZh);
};

type Props = { line: Line; months: string[]; onOpen: () => void };

/** One indicator: value, what it was, thirteen months. Its colour is said in words too. */
export const IndicatorTile = ({ line, months, onOpen }: Props) => {
  const { t } = useTranslation();
  const text = useText();
  const name = useIndicatorName();
  return (
    <button type="button" className={`indicator level-${line.level}`} onClick={onOpen} aria-label={`${name(line)} ${shown(line.value, line.decimals)} ${text(line.unit)} ${t(`indicators:level.${line.level}`)}`}>
      <span className="indicator-name">{name(line)}</span>
      <span className="indicator-value">
        {shown(line.value, line.decimals)}
        {line.value !== null && <small>{text(line.unit)}</small>}
        {(line.level === 'warn' || line.level === 'alarm') && <span className="indicator-level">{t(`indicators:level.${line.level}`)}</span>}
      </span>
      <Spark values={line.spark} months={months} decimals={line.decimals} label={name(line)} limit={line.alarm} />
      <span className="indicator-changes">
        <Change line={line} before={line.lastMonth} name={t('indicators:lastMonth')} />
        <Change line={line} before={line.lastYear} name={t('indicators:lastYear')} />
      </span>
    </button>
  );
};

const Change = ({ line, before, name }: { line: Line; before: number | null; name: string }) => {
  const change = changeOf(line, before);
  return (
    <span>
      <span className="muted">{name}</span> <span className={change?.good === true ? 'change-good' : change?.good === false ? 'change-bad' : ''}>{change?.text ?? '—'}</span>
    </span>
  );
};
