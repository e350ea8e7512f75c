import { useTranslation } from 'react-i18next';
import { AnswersView } from '@/forms/answers-view';
import { dateTime } from '@/ui/format';
import { EmptyView } from '@/ui/state-views';
import { useCode, useText } from '@/ui/use-text';
import type { CaseAnswer } from './case';

/** Every form that was answered, newest first, each in the version it was answered in. */
export const CaseAnswers = ({ answers }: { answers: CaseAnswer[] }) => {
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
      {answers.toReversed().map((answer) => (
        <section key={answer.workItemId} className="panel gap-below" aria-label={answer.title}>
          <div className="panel-head">
            <h3>
              {answer.title} · {code('outcome', answer.outcome)}
            </h3>
            <span className="muted">
              {answer.by} · {dateTime(answer.at)}
            </span>
          </div>
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
