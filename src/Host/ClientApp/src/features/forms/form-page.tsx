import { Alert, App, Button, Form, Input, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMay } from '@/api/session';
import type { FormDefinition } from '@/forms/form-definition';
import { BackLink } from '@/ui/back-link';
import { dateTime } from '@/ui/format';
import { Page } from '@/ui/page';
import { Loaded, useErrorText } from '@/ui/state-views';
import { useText } from '@/ui/use-text';
import { FieldList } from './field-list';
import { useAskToPublish, useForm, useSaveForm, type FormFile } from './form';
import { FormPreview } from './form-preview';
import { FormReview } from './form-review';

/** One form: its draft to edit beside the preview, or what is in force for those who may not edit. */
export const FormPage = () => {
  const { key = '' } = useParams();
  const form = useForm(key);
  // Another revision is another text: the editor starts anew with it.
  return <Loaded of={form}>{(file) => <FormEditor key={`${file.draft?.version}-${file.draft?.revision}`} file={file} />}</Loaded>;
};

const FormEditor = ({ file }: { file: FormFile }) => {
  const { t } = useTranslation();
  const text = useText();
  const may = useMay();
  const start = (file.draft?.form ?? file.published) as FormDefinition;
  const [form, setForm] = useState(start);
  const edits = may('definition.edit');
  const changed = form !== start;
  return (
    <Page
      title={text(form.title) || file.key}
      tags={<FormTags file={file} />}
      subtitle={<span className="mono">{file.key}</span>}
      back={<BackLink fallback="/forms" text={t('forms:title')} />}
      actions={edits ? <FormActions file={file} form={form} changed={changed} /> : undefined}
    >
      {file.draft?.state === 'draft' && file.draft.comment && <Alert type="warning" showIcon className="gap-below" title={t('forms:sentBack', { comment: file.draft.comment })} />}
      {file.draft?.state === 'review' && <FormReview file={file} />}
      <div className="form-desk">
        {edits && <FieldsPanel form={form} file={file} onChange={setForm} />}
        <FormPreview form={form} />
      </div>
      <Versions file={file} />
    </Page>
  );
};

const FormTags = ({ file }: { file: FormFile }) => {
  const { t } = useTranslation();
  return (
    <span className="panel-tags">
      {file.publishedVersion && <Tag variant="filled" color="green">v{file.publishedVersion} {t('forms:inForce')}</Tag>}
      {file.draft && <Tag variant="filled" color={file.draft.state === 'review' ? 'blue' : 'gold'}>v{file.draft.version} {t(`forms:state.${file.draft.state}`)}</Tag>}
    </span>
  );
};

const FormActions = ({ file, form, changed }: { file: FormFile; form: FormDefinition; changed: boolean }) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const save = useSaveForm(file.key);
  const ask = useAskToPublish(file.key);
  const failed = (error: unknown) => void message.error(errorText(error));
  return (
    <>
      <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => void save.mutateAsync({ revision: file.draft?.revision ?? null, form }).then(() => message.success(t('forms:saved')), failed)}>
        {t('forms:saveDraft')}
      </Button>
      {file.draft?.state === 'draft' && (
        <Button disabled={changed || file.draft.findings.length > 0} loading={ask.isPending} onClick={() => void ask.mutateAsync(undefined).then(() => message.success(t('forms:asked')), failed)}>
          {t('forms:ask')}
        </Button>
      )}
    </>
  );
};

const FieldsPanel = ({ form, file, onChange }: { form: FormDefinition; file: FormFile; onChange: (form: FormDefinition) => void }) => {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<'zh' | 'en'>('zh');
  const findings = file.draft?.findings ?? [];
  return (
    <section className="panel" aria-label={t('forms:fields')}>
      <div className="panel-head">
        <h2>{t('forms:fields')}</h2>
        <Segmented aria-label={t('forms:textsIn')} value={language} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} onChange={setLanguage} />
      </div>
      {findings.filter((finding) => finding.field === '').map((finding) => (
        <Alert key={finding.code} type="warning" showIcon className="gap-below" title={t(`forms:finding.${finding.code}`)} />
      ))}
      <Form component="div" layout="vertical">
        <Form.Item label={t(language === 'zh' ? 'forms:titleZh' : 'forms:titleEn')} htmlFor="form-title">
          <Input id="form-title" value={form.title[language] ?? ''} onChange={(event) => onChange({ ...form, title: { ...form.title, [language]: event.target.value } })} />
        </Form.Item>
      </Form>
      <FieldList fields={form.fields} findings={findings} language={language} onChange={(fields) => onChange({ ...form, fields })} />
    </section>
  );
};

const Versions = ({ file }: { file: FormFile }) => {
  const { t } = useTranslation();
  return (
    <details className="panel">
      <summary>{t('forms:versions')}</summary>
      <ul className="chosen-list">
        {file.versions.map((version) => (
          <li key={version.version}>
            v{version.version} · {t(`forms:state.${version.state}`)} · {dateTime(version.publishedAt ?? version.createdAt)} {version.comment && `· ${version.comment}`}
          </li>
        ))}
      </ul>
    </details>
  );
};
