import { useTranslation } from 'react-i18next';
import { AnswersView } from '@/forms/answers-view';
import { dateTime } from '@/ui/format';
import { EmptyView } from '@/ui/state-views';
import { useCode, useText } from '@/ui/use-text';
import type { CaseAnswer, CaseSummary } from './case';

/** Every form that was answered, newest first, each in the version it was answered in. */
export const CaseAnswers = ({ answers, summaries }: { answers: CaseAnswer[]; summaries: CaseSummary[] }) => {
  const { t } = useTranslation();
  const code = useCode();
  const text = useText();
  if (answers.length === 0) {
    return (
      <div className="panel">
        <EmptyView text={t('cases:answersEmpty')} hint={t('cases:answersEmptyHint')} />
      </div>
    );
  }
  return (
    <>
      {summaries.toReversed().map((summary) => (
        <Summary key={`${summary.title}-${summary.at}`} summary={summary} />
      ))}
      {answers.toReversed().map((answer) => (
        <section key={answer.workItemId} className="panel gap-below" aria-label={answer.title}>
          <div className="panel-head">
            <h3>
              {answer.title} · {answer.sealed ? t('cases:sealed') : code('outcome', answer.outcome)}
            </h3>
            <span className="muted">
              {answer.by} · {dateTime(answer.at)}
            </span>
          </div>
          {answer.sealed && <div className="muted">{t('cases:sealedHint')}</div>}
          {answer.form && answer.answers && <AnswersView form={answer.form} answers={answer.answers} />}
          {answer.comment && <blockquote className="timeline-comment">{answer.comment}</blockquote>}
          {answer.form && (
            <div className="muted small">
              {text(answer.form.title)} · {t('cases:formVersion', { version: answer.formVersion })}
            </div>
          )}
        </section>
      ))}
    </>
  );
};

const Summary = ({ summary }: { summary: CaseSummary }) => {
  const { t } = useTranslation();
  const code = useCode();
  return (
    <section className="panel gap-below" aria-label={t('cases:summaryOf', { title: summary.title })}>
      <div className="panel-head">
        <h3>{t('cases:summaryOf', { title: summary.title })}</h3>
        <span className="muted">{dateTime(summary.at)}</span>
      </div>
      <div>
        {t('cases:summaryAsked', { count: summary.asked })}
        {summary.outcomes.map(({ outcome, votes }) => ` · ${code('outcome', outcome)} ${votes}`).join('')}
      </div>
    </section>
  );
};
