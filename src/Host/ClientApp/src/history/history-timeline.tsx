import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '@/ui/format';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { useHistory, type HistoryRow } from './history';

/** Everything that happened to a task or case, oldest first as it was written: who, when, from where to where, in which words. */
export const HistoryTimeline = ({ subject }: { subject: string }) => {
  const { t } = useTranslation();
  const history = useHistory(subject);
  return (
    <Loaded of={history}>
      {(data) => {
        const rows = data.pages.flatMap((page) => page.items);
        return (
          <section className="panel" aria-label={t('common:history.title')}>
            {rows.length === 0 && <EmptyView text={t('common:history.empty')} />}
            <ol className="timeline">
              {rows.map((row) => (
                <HistoryEntry key={row.seq} row={row} />
              ))}
            </ol>
            {history.hasNextPage && (
              <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
                {t('common:loadMore')}
              </Button>
            )}
          </section>
        );
      }}
    </Loaded>
  );
};

const HistoryEntry = ({ row }: { row: HistoryRow }) => {
  const { t } = useTranslation();
  const code = useCode();
  const [proof, setProof] = useState(false);
  return (
    <li className={`timeline-item timeline-${row.kind.split('.')[0]}`}>
      <div className="timeline-head">
        <strong>{code('historyKind', row.kind)}</strong>
        <time dateTime={row.at} className="muted">
          {dateTime(row.at)}
        </time>
      </div>
      <div className="timeline-body">
        <span>{row.actorName || t('common:system')}</span>
        <Move row={row} />
        {row.outcome && <span className="timeline-outcome">{code('outcome', row.outcome)}</span>}
      </div>
      {row.comment && <blockquote className="timeline-comment">{row.comment}</blockquote>}
      <div className="timeline-foot muted">
        <span>#{row.seq}</span>
        {row.definitionVersion !== null && <span>{t('common:history.version', { version: row.definitionVersion })}</span>}
        <Button type="link" size="small" aria-expanded={proof} onClick={() => setProof(!proof)}>
          {t('common:history.hash')}
        </Button>
      </div>
      {proof && <code className="hash">{row.hash}</code>}
    </li>
  );
};

const Move = ({ row }: { row: HistoryRow }) => {
  if (!row.from && !row.to) {
    return null;
  }
  return (
    <span className="timeline-move">
      {row.from && <span>{row.from}</span>}
      {row.to && <span>→ {row.to}</span>}
    </span>
  );
};
