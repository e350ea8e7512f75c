import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers, FormDefinition } from '@/forms/form-definition';
import { FormFields } from '@/forms/form-fields';
import { validateForm } from '@/forms/validate-form';
import { useText } from '@/ui/use-text';

/** The form as people will fill it in, by the same drawing and the same rules; nothing is sent. */
export const FormPreview = ({ form }: { form: FormDefinition }) => {
  const { t } = useTranslation();
  const text = useText();
  const [answers, setAnswers] = useState<Answers>({});
  const [checked, setChecked] = useState(false);
  const asked = Object.fromEntries(Object.entries(answers).filter(([name]) => form.fields.some((field) => field.name === name)));
  const errors = checked ? Object.fromEntries(validateForm(form, asked, '', 0).map((error) => [error.field, t(`common:form.error.${error.code}`, { limit: error.limit ?? 0 })])) : {};
  return (
    <section className="panel" aria-label={t('forms:preview')}>
      <div className="panel-head">
        <h2>{t('forms:preview')}</h2>
        <span className="panel-tags">
          <Button onClick={() => setChecked(true)}>{t('forms:tryIt')}</Button>
          <Button onClick={() => { setAnswers({}); setChecked(false); }}>{t('forms:clear')}</Button>
        </span>
      </div>
      <h3>{text(form.title)}</h3>
      <Form component="div" layout="vertical">
        <FormFields form={form} answers={answers} errors={errors} evidence={<span className="muted">{t('forms:evidenceHere')}</span>} onChange={(name, value) => setAnswers({ ...answers, [name]: value })} />
      </Form>
    </section>
  );
};
