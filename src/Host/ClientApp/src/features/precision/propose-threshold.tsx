import { Alert, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { amount } from '@/ui/format';
import { useErrorText } from '@/ui/state-views';
import { usePropose, type Step } from './precision';

type Props = { code: string; step: Step; unit: string; onClose: () => void };

/** The value becomes a draft of the next version; the figures of the step go with it. */
export const ProposeThreshold = ({ code, step, unit, onClose }: Props) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const propose = usePropose(code);
  const [form] = Form.useForm<{ reason: string }>();
  const send = ({ reason }: { reason: string }) =>
    propose.mutate({ value: step.value, reason }, { onSuccess: ({ number }) => void navigate(`/themes/${code}/versions/${number}`) });
  return (
    <Modal
      open
      title={t('precision:threshold.proposeTitle', { value: `${amount(step.value)} ${unit}` })}
      okText={t('precision:threshold.makeDraft')}
      cancelText={t('common:cancel')}
      confirmLoading={propose.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('precision:threshold.effect', { dropped: step.unfoundedDropped, lost: step.confirmedLost })}</p>
      <Form form={form} layout="vertical" onFinish={send}>
        <Form.Item name="reason" label={t('precision:threshold.reason')} rules={[{ required: true, whitespace: true, message: t('common:form.error.required') }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
      {propose.error && <Alert type="error" showIcon title={errorText(propose.error)} />}
    </Modal>
  );
};
