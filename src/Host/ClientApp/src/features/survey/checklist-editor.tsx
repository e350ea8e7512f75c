import { App, Button, Checkbox, Drawer, Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { useErrorText } from '@/ui/state-views';
import { useRules, type Checklist } from './survey';

/** A checklist that does not exist yet. */
export const blankChecklist: Checklist = { code: '', nameZh: '', nameEn: '', rules: [], questions: [], enabled: true };

/** Rules and questions of one topic, also of a new one. Surveys that run keep what they began with. */
export const ChecklistEditor = ({ checklist, taken, onClose }: { checklist: Checklist; taken: string[]; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const rules = useRules();
  const readOnly = !useMay()('survey.manage');
  const fresh = checklist.code === '';
  const [form] = Form.useForm<Checklist>();
  const save = useMutation({
    mutationFn: (values: Checklist) =>
      http.put<unknown>(`/api/survey/checklists/${fresh ? values.code : checklist.code}`, { ...values, questions: (values.questions ?? []).map((question) => ({ ...question, required: question.required ?? false })) }),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: ['survey', 'checklists'] });
    },
    onError: (error) => void message.error(errorText(error), 6),
  });
  const needed = [{ required: true, message: t('survey:needed') }];
  return (
    <Drawer
      open
      size={720}
      title={fresh ? t('survey:newChecklist') : checklist.code}
      onClose={onClose}
      footer={
        readOnly ? null : (
          <div className="drawer-foot">
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
              {t('common:save')}
            </Button>
          </div>
        )
      }
    >
      <Form<Checklist> form={form} layout="vertical" disabled={readOnly} initialValues={checklist} onFinish={(values) => save.mutate(values)}>
        {fresh && (
          <Form.Item
            name="code"
            label={t('survey:code')}
            rules={[
              { required: true, pattern: /^[a-z][a-z0-9-]{1,31}$/, message: t('survey:codeHint') },
              { validator: (_, value: string) => (taken.includes(value) ? Promise.reject(new Error(t('survey:codeTaken'))) : Promise.resolve()) },
            ]}
          >
            <Input maxLength={32} placeholder="meter-boxes" />
          </Form.Item>
        )}
        <Form.Item name="nameZh" label={t('survey:nameZh')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('survey:nameEn')} rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="rules" label={t('survey:rules')} rules={needed}>
          <Select mode="multiple" optionFilterProp="label" options={(rules.data ?? []).map((rule) => ({ value: rule.code, label: `${rule.code} ${rule.name}` }))} />
        </Form.Item>
        <Form.Item name="enabled" label={t('survey:on')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <h3>{t('survey:questions')}</h3>
        <Form.List name="questions">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field) => (
                <fieldset key={field.key} className="team-fields">
                  <Form.Item name={[field.name, 'key']} label={t('survey:code')} rules={[{ required: true, pattern: /^[a-z][a-z0-9-]{1,31}$/, message: t('survey:codeHint') }]}>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[field.name, 'zh']} label={t('survey:nameZh')} rules={needed}>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[field.name, 'en']} label={t('survey:nameEn')} rules={needed}>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[field.name, 'kind']} label={t('survey:questionKind')} rules={needed}>
                    <Select options={['boolean', 'text', 'number'].map((value) => ({ value, label: t(`survey:questionKinds.${value}`) }))} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'required']} valuePropName="checked">
                    <Checkbox>{t('survey:required')}</Checkbox>
                  </Form.Item>
                  {!readOnly && (
                    <Button type="link" danger onClick={() => remove(field.name)}>
                      {t('survey:removeQuestion')}
                    </Button>
                  )}
                </fieldset>
              ))}
              {!readOnly && <Button onClick={() => add({ kind: 'boolean', required: false })}>{t('survey:addQuestion')}</Button>}
            </>
          )}
        </Form.List>
      </Form>
    </Drawer>
  );
};
