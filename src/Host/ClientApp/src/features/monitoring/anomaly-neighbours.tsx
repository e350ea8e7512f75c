import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The open row's place in the list behind it. */
export type Neighbours = { place: number; total: number; previous?: (() => void) | undefined; next?: (() => void) | undefined };

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], .ant-modal') !== null;

/** To the row before and the row after, by button or by the keys K and J. */
export const AnomalyNeighbours = ({ place, total, previous, next }: Neighbours) => {
  const { t } = useTranslation();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }
      const go = { j: next, k: previous }[event.key.toLowerCase()];
      if (go) {
        event.preventDefault();
        go();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [previous, next]);
  return (
    <div className="neighbours">
      <span className="muted small">{t('triage:place', { place, total })}</span>
      <Button size="small" icon={<LeftOutlined />} disabled={!previous} aria-label={t('triage:previous')} title={`${t('triage:previous')} (K)`} onClick={previous} />
      <Button size="small" icon={<RightOutlined />} disabled={!next} aria-label={t('triage:next')} title={`${t('triage:next')} (J)`} onClick={next} />
    </div>
  );
};
