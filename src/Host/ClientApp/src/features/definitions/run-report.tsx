import { Alert, Button, Progress, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateTime } from '@/ui/format';
import { LoadMore, Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { subjectPath, useRun, useRunLines, useStopRun, type Run, type RunLine } from './run';

type Props<T> = {
  id: string;
  verdict: string;
  words: readonly string[];
  emptyText: string;
  onVerdict: (verdict: string) => void;
  line: (line: RunLine<T>) => ReactNode;
};

const good = new Set(['same', 'moved']);

/** A rehearsal says what could move, the migration what did. */
const verdictKey = (run: Run, word: string): string => `definitions:verdict.${run.kind === 'migration' && word === 'moved' ? 'moved-now' : word}`;

/** How far a run is, its numbers as buttons that filter, and a line per case. */
export function RunReport<T>(props: Props<T>) {
  const run = useRun(props.id);
  return <Loaded of={run}>{(data) => <Report<T> run={data} {...props} />}</Loaded>;
}

function Report<T>({ run, verdict, words, emptyText, onVerdict, line }: Props<T> & { run: Run }) {
  const { t } = useTranslation();
  return (
    <section className="panel gap-below" aria-label={t('definitions:run.report')}>
      <RunHead run={run} />
      <Progress percent={run.total === 0 ? (run.state === 'running' ? 0 : 100) : Math.floor((run.finished / run.total) * 100)} status={statusOf(run)} aria-label={t('definitions:run.progress')} />
      <div className="muted gap-below">{t('definitions:run.counted', { finished: run.finished, total: run.total })}</div>
      {run.error && <Alert type="error" showIcon className="gap-below" title={run.error} />}
      <div className="run-counts" role="group" aria-label={t('definitions:run.summary')}>
        {words.map((word) => (
          <button key={word} type="button" className={`run-count${good.has(word) ? ' run-good' : ''}`} aria-pressed={verdict === word} onClick={() => onVerdict(verdict === word ? '' : word)}>
            <span className="tile-value">{(run.summary[word] ?? 0).toLocaleString('en-US')}</span>
            <span className="tile-name">{t(verdictKey(run, word))}</span>
          </button>
        ))}
      </div>
      <RunLines<T> run={run} verdict={verdict} emptyText={emptyText} line={line} />
    </section>
  );
}

const statusOf = (run: Run) => (run.state === 'running' ? ('active' as const) : run.state === 'done' ? ('success' as const) : ('exception' as const));

const RunHead = ({ run }: { run: Run }) => {
  const { t } = useTranslation();
  const stop = useStopRun();
  return (
    <div className="panel-head">
      <div className="panel-tags">
        <h2>{t(`definitions:run.${run.kind}`, { version: run.toVersion })}</h2>
        <RunTag state={run.state} />
        <span className="muted">
          {run.startedBy} · {dateTime(run.startedAt)}
        </span>
      </div>
      {run.state === 'running' && (
        <Button danger loading={stop.isPending || stop.isSuccess} onClick={() => stop.mutate(run.id)}>
          {t('definitions:run.stop')}
        </Button>
      )}
    </div>
  );
};

const tagColors: Record<string, string> = { running: 'blue', done: 'green', stopped: 'orange', failed: 'red', interrupted: 'red' };

export const RunTag = ({ state }: { state: Run['state'] }) => {
  const { t } = useTranslation();
  return (
    <Tag variant="filled" color={tagColors[state] ?? 'blue'}>
      {t(`definitions:run.state.${state}`)}
    </Tag>
  );
};

function RunLines<T>({ run, verdict, emptyText, line }: { run: Run; verdict: string; emptyText: string; line: (line: RunLine<T>) => ReactNode }) {
  const { t } = useTranslation();
  const pages = useRunLines<T>(run, verdict);
  const number = (row: RunLine<T>) => (
    <Link to={subjectPath(row.subject)} className="strong-link">
      {row.number}
    </Link>
  );
  return (
    <>
      <Records<RunLine<T>>
        label={t('definitions:run.lines')}
        rows={pages.rows}
        rowKey={(row) => row.seq}
        width={640}
        loading={pages.isPending}
        empty={<EmptyView text={emptyText} />}
        columns={[
          { title: t('definitions:run.case'), key: 'case', width: 240, render: (_, row) => number(row) },
          { title: t('definitions:run.verdict'), key: 'verdict', width: 180, render: (_, row) => <Verdicts run={run} verdict={row.verdict} /> },
          { title: t('definitions:run.detail'), key: 'detail', render: (_, row) => line(row) },
        ]}
        card={(row) => (
          <>
            <div className="card-line">
              {number(row)}
              <Verdicts run={run} verdict={row.verdict} />
            </div>
            {line(row)}
          </>
        )}
      />
      <LoadMore shown={pages.rows.length} total={pages.total} {...pages.more} />
    </>
  );
}

const Verdicts = ({ run, verdict }: { run: Run; verdict: string }) => {
  const { t } = useTranslation();
  return (
    <span className="panel-tags">
      {verdict.split(',').map((word) => (
        <Tag key={word} variant="filled" color={good.has(word) ? 'green' : 'orange'}>
          {t(verdictKey(run, word))}
        </Tag>
      ))}
    </span>
  );
};
