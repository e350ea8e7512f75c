import { Alert, App, Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import type { Outcome } from '@/api/types';
import { answersToSend } from '@/forms/form-definition';
import { fieldId, FormFields } from '@/forms/form-fields';
import { useDraft } from '@/forms/use-draft';
import { validateForm } from '@/forms/validate-form';
import { useErrorText } from '@/ui/state-views';
import { useText } from '@/ui/use-text';
import { fieldErrorsFrom, goneFrom, useCompleteWorkItem, type Gone } from './complete-work-item';
import { WorkItemGone } from './work-item-gone';
import type { WorkItem } from './work-item';

type Props = { item: WorkItem; evidenceCount: number; evidence: ReactNode; onCompleted: () => void; onDone: () => void; renderRecovery?: RenderRecovery | undefined };

/** A tool beside the form that works out the money and hands it over, with the name of the sheet that tells how it came about. */
export type RenderRecovery = (use: (worked: { yuan: number; penalty: number; evidence: { fileName: string } }) => void) => ReactNode;

const commentField = 'comment';

/** What the recovery calculators fill in: what is recovered, what punishes, and on what it rests. */
const [moneyField, penaltyField, basisField] = ['recoveredYuan', 'penaltyYuan', 'calculation'];

/** Fields, comment and one button per outcome. What is typed survives a reload, a lost line, a refusal and a colleague who was quicker. */
export const WorkItemForm = ({ item, evidenceCount, evidence, onCompleted, onDone, renderRecovery }: Props) => {
  const { t } = useTranslation();
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { draft, restored, setAnswer, setComment, forget } = useDraft(`work-item/${item.id}`, item.prefill ?? {});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const complete = useCompleteWorkItem(item.id);
  const gone = goneOf(item, complete);

  // An answer that is being mended is no longer wrong; it is looked at again when it is sent.
  const forgive = (name: string) => setErrors(({ [name]: _, ...rest }) => rest);
  const show = (found: Record<string, string>) => {
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first) {
      requestAnimationFrame(() => focusField(first));
    }
  };
  const check = (outcome: Outcome): Record<string, string> => {
    const found = item.form ? validateForm(item.form, draft.answers, outcome.value, evidenceCount) : [];
    const texts = Object.fromEntries(found.map((error) => [error.field, t(`common:form.error.${error.code}`, { limit: error.limit ?? 0 })]));
    return outcome.commentRequired && draft.comment.trim() === '' ? { ...texts, [commentField]: t('inbox:commentMissing', { outcome: text(outcome.label) }) } : texts;
  };
  const submit = (outcome: Outcome) => {
    const found = check(outcome);
    show(found);
    if (Object.keys(found).length > 0) {
      return;
    }
    const answers = item.form ? answersToSend(item.form, draft.answers) : {};
    complete.mutate(
      { requestKey: draft.requestKey, version: item.version, outcome: outcome.value, comment: draft.comment.trim(), answers },
      {
        onSuccess: () => {
          forget();
          onDone();
          void message.success(t('inbox:completed', { title: item.title, outcome: text(outcome.label) }));
          onCompleted();
        },
        onError: (error) => isProblem(error, 'form-invalid') && show(Object.fromEntries(fieldErrorsFrom(error).map((one) => [one.field, one.message]))),
      },
    );
  };
  const shownErrors = withoutMetEvidence(item, errors, evidenceCount);
  const refused = complete.error && !isProblem(complete.error, 'work-item-gone') ? errorText(complete.error) : undefined;
  return (
    <Form component="div" layout="vertical">
      {gone && <WorkItemGone gone={gone} onDiscard={() => { forget(); complete.reset(); onDone(); }} />}
      {restored && !gone && <Alert type="info" showIcon closable title={t('inbox:draftRestored')} className="gap-below" />}
      {item.form && <FormFields form={item.form} answers={draft.answers} errors={shownErrors} evidence={evidence} onChange={(name, value) => { forgive(name); setAnswer(name, value); }} />}
      {hasField(item, moneyField) && renderRecovery?.(({ yuan, penalty, evidence: sheet }) => {
        const split = hasField(item, penaltyField);
        forgive(moneyField);
        setAnswer(moneyField, split ? yuan - penalty : yuan);
        if (split && penalty > 0) {
          forgive(penaltyField);
          setAnswer(penaltyField, penalty);
        }
        if (hasField(item, basisField)) {
          setAnswer(basisField, [draft.answers[basisField], t('inbox:sheet', { name: sheet.fileName })].filter(Boolean).join('\n'));
        }
      })}
      <Form.Item
        label={t('inbox:comment')}
        htmlFor={fieldId(commentField)}
        {...(errors[commentField] ? { validateStatus: 'error' as const, help: errors[commentField] } : {})}
      >
        <Input.TextArea
          id={fieldId(commentField)}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          value={draft.comment}
          placeholder={t('inbox:commentPlaceholder')}
          onChange={(event) => {
            forgive(commentField);
            setComment(event.target.value);
          }}
        />
      </Form.Item>
      {refused && <Alert type="error" showIcon title={refused} className="gap-below" />}
      <div className="outcomes" role="group" aria-label={t('inbox:outcomes')}>
        {item.outcomes.map((outcome) => (
          <Button
            key={outcome.value}
            size="large"
            type={outcome.primary ? 'primary' : 'default'}
            disabled={gone !== undefined || complete.isPending}
            loading={complete.isPending && complete.variables.outcome === outcome.value}
            onClick={() => submit(outcome)}
          >
            {text(outcome.label)}
          </Button>
        ))}
      </div>
    </Form>
  );
};

const hasField = ({ form }: WorkItem, name: string): boolean => form?.fields.some((field) => field.name === name) ?? false;

/** A file that arrived after the refusal answers the demand for it. */
const withoutMetEvidence = ({ form }: WorkItem, errors: Record<string, string>, count: number): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => {
    const field = form?.fields.find((one) => one.name === name);
    return field?.type !== 'evidence' || count < (field.min ?? 1);
  }));

/** Said by the server to our answer, or seen in a refetch while we were typing; our own answer on its way is neither. */
const goneOf = (item: WorkItem, complete: ReturnType<typeof useCompleteWorkItem>): Gone | undefined => {
  if (complete.isPending || complete.isSuccess) {
    return undefined;
  }
  if (isProblem(complete.error, 'work-item-gone')) {
    return goneFrom(complete.error);
  }
  return item.state === 'open' ? undefined : { state: item.state, completedBy: null, completedAt: null };
};

const focusField = (name: string): void => {
  const field = document.getElementById(fieldId(name));
  field?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  (field?.matches('input,textarea,[tabindex]') ? field : field?.querySelector<HTMLElement>('input,textarea'))?.focus({ preventScroll: true });
};
