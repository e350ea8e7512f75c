import { App, Button, Drawer, Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { useErrorText } from '@/ui/state-views';
import type { Finding, Question } from './survey';

type Values = { defect: boolean; note?: string; answers?: Record<string, unknown> };

const filled = (answers: Record<string, unknown> | undefined) =>
  Object.fromEntries(Object.entries(answers ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== ''));

/** What a person found at the object: a defect with the answers of the checklist, or none with the reason. A confirmed one may go to audit. */
export const CheckFinding = ({ finding, questions, onClose }: { finding: Finding; questions: Question[]; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const defect = Form.useWatch('defect', form);
  const done = () => {
    onClose();
    return client.invalidateQueries({ queryKey: ['survey'] });
  };
  const fail = (error: unknown) => void message.error(errorText(error), 6);
  const save = useMutation({
    mutationFn: (values: Values) => http.post<unknown>(`/api/survey/findings/${finding.id}/check`, { ...values, answers: values.defect ? filled(values.answers) : {}, version: finding.version }),
    onSuccess: done,
    onError: fail,
  });
  const send = useMutation({ mutationFn: () => http.post<unknown>(`/api/survey/findings/${finding.id}/anomaly`), onSuccess: done, onError: fail });
  const judged = finding.state === 'confirmed' || finding.state === 'no-defect';
  return (
    <Drawer
      open
      size={520}
      title={`${finding.ruleName} · ${finding.objKey}`}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          {finding.state === 'confirmed' && !finding.anomalyId && (
            <Button loading={send.isPending} onClick={() => send.mutate()}>
              {t('survey:send')}
            </Button>
          )}
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t('common:save')}
          </Button>
        </div>
      }
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ ...(judged ? { defect: finding.state === 'confirmed' } : {}), note: finding.note ?? '', answers: finding.answers ?? {} }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="defect" label={t('survey:verdict')} rules={[{ required: true, message: t('survey:needed') }]}>
          <Radio.Group options={[{ value: true, label: t('survey:isDefect') }, { value: false, label: t('survey:noDefect') }]} />
        </Form.Item>
        {defect && questions.map((question) => <QuestionField key={question.key} question={question} />)}
        <Form.Item name="note" label={t('survey:note')} rules={defect === false ? [{ required: true, whitespace: true, message: t('survey:noteNeeded') }] : []}>
          <Input.TextArea maxLength={500} rows={3} />
        </Form.Item>
      </Form>
      {defect && <p className="muted">{t('survey:correctedHint')}</p>}
    </Drawer>
  );
};

const QuestionField = ({ question }: { question: Question }) => {
  const { t, i18n } = useTranslation();
  return (
    <Form.Item name={['answers', question.key]} label={i18n.language === 'en' ? question.en : question.zh} rules={question.required ? [{ required: true, message: t('survey:needed') }] : []}>
      {question.kind === 'boolean' ? (
        <Radio.Group options={[{ value: true, label: t('survey:yes') }, { value: false, label: t('survey:no') }]} />
      ) : question.kind === 'number' ? (
        <InputNumber className="wide" />
      ) : (
        <Input maxLength={200} />
      )}
    </Form.Item>
  );
};
