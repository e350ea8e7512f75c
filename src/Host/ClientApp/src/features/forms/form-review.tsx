import { Alert, Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormDefinition, FormField } from '@/forms/form-definition';
import { dateTime } from '@/ui/format';
import { useErrorText } from '@/ui/state-views';
import { useText } from '@/ui/use-text';
import { useDecide, type Draft, type FormFile } from './form';

/** The second pair of eyes: what another person wants to publish, and what it changes. */
export const FormReview = ({ file }: { file: FormFile }) => {
  const { t } = useTranslation();
  const draft = file.draft as Draft;
  return (
    <section className="panel gap-below" aria-label={t('forms:review')}>
      <h2>{t('forms:review')}</h2>
      <p className="muted">{t('forms:askedBy', { name: draft.requestedBy || t('common:system'), at: dateTime(draft.requestedAt) })}</p>
      <FormChanges before={file.published} after={draft.form} />
      {draft.canDecide ? <Decision file={file} draft={draft} /> : <Alert type="info" showIcon title={t('forms:waiting')} />}
    </section>
  );
};

const Decision = ({ file, draft }: { file: FormFile; draft: Draft }) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [comment, setComment] = useState('');
  const decide = useDecide(file.key);
  const say = (approve: boolean) => decide.mutate({ approve, contentHash: draft.contentHash, comment });
  return (
    <>
      <Input.TextArea aria-label={t('forms:comment')} placeholder={t('forms:comment')} className="gap-below" rows={2} maxLength={2000} value={comment} onChange={(event) => setComment(event.target.value)} />
      {decide.error && <Alert type="error" showIcon className="gap-below" title={errorText(decide.error)} />}
      <div className="outcomes">
        <Button type="primary" loading={decide.isPending} onClick={() => say(true)}>{t('forms:approve')}</Button>
        <Button disabled={decide.isPending || comment.trim() === ''} onClick={() => say(false)}>{t('forms:reject')}</Button>
      </div>
    </>
  );
};

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Field by field: added, removed, changed with the properties that differ. */
const FormChanges = ({ before, after }: { before: FormDefinition | null; after: FormDefinition }) => {
  const { t } = useTranslation();
  const text = useText();
  const old = new Map((before?.fields ?? []).map((field) => [field.name, field]));
  const kept = new Set(after.fields.map((field) => field.name));
  const changedIn = (field: FormField): string[] => {
    const was = old.get(field.name) as FormField;
    return [...new Set([...Object.keys(was), ...Object.keys(field)])].filter((name) => !same(was[name as keyof FormField], field[name as keyof FormField]));
  };
  const lines = [
    ...after.fields.filter((field) => !old.has(field.name)).map((field) => ({ kind: 'added', field, what: '' })),
    ...[...old.values()].filter((field) => !kept.has(field.name)).map((field) => ({ kind: 'removed', field, what: '' })),
    ...after.fields.filter((field) => old.has(field.name) && changedIn(field).length > 0).map((field) => ({ kind: 'changed', field, what: changedIn(field).map((name) => t(`forms:${name}`, { defaultValue: name })).join('、') })),
  ];
  const color: Record<string, string> = { added: 'green', removed: 'red', changed: 'gold' };
  return (
    <ul className="change-arrows gap-below">
      {lines.length === 0 && <li className="muted">{t('forms:onlyTexts')}</li>}
      {lines.map(({ kind, field, what }) => (
        <li key={`${kind}-${field.name}`}>
          <Tag variant="filled" {...(color[kind] ? { color: color[kind] } : {})}>{t(`forms:change.${kind}`)}</Tag> {text(field.label) || field.name} <span className="muted small">{what}</span>
        </li>
      ))}
    </ul>
  );
};
