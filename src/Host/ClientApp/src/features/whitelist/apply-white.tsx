import { DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useWhiteStep } from './white';

type Values = { type: 'normal' | 'cannot-fix'; reason: string; proof: string; fixDate?: Dayjs; validTo: Dayjs };

/** Asks that one object be left in peace by one theme, from the anomaly that was looked into. */
export const ApplyWhiteDialog = ({ anomalyId, onClose }: { anomalyId: number; onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const type = Form.useWatch('type', form) ?? 'normal';
  const apply = useWhiteStep(
    ({ fixDate, validTo, ...values }: Values) =>
      http.post('/api/whitelist', { anomalyId, ...values, validTo: validTo.format('YYYY-MM-DD'), ...(values.type === 'cannot-fix' && fixDate ? { fixDate: fixDate.format('YYYY-MM-DD') } : {}) }),
    onClose,
  );
  const needed = [{ required: true, message: t('whitelist:needed') }];
  return (
    <Modal open title={t('whitelist:apply')} okText={t('whitelist:apply')} cancelText={t('common:cancel')} confirmLoading={apply.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form<Values> form={form} layout="vertical" initialValues={{ type: 'normal', validTo: dayjs().add(6, 'month') }} onFinish={(values) => apply.mutate(values)}>
        <Form.Item name="type" label={t('whitelist:type')}>
          <Radio.Group options={(['normal', 'cannot-fix'] as const).map((value) => ({ value, label: t(`whitelist:types.${value}`) }))} />
        </Form.Item>
        <Form.Item name="reason" label={t('whitelist:reason')} rules={[{ required: true, whitespace: true, message: t('whitelist:needed') }]}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item
          name="proof"
          label={t(type === 'normal' ? 'whitelist:proof' : 'whitelist:plan')}
          rules={[{ required: true, whitespace: true, min: 10, message: t('whitelist:proofHint') }]}
        >
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
        </Form.Item>
        {type === 'cannot-fix' && (
          <Form.Item name="fixDate" label={t('whitelist:fixDate')} rules={needed}>
            <DatePicker minDate={dayjs()} />
          </Form.Item>
        )}
        <Form.Item name="validTo" label={t('whitelist:validTo')} rules={needed} extra={t('whitelist:termHint', { months: type === 'normal' ? 12 : 6 })}>
          <DatePicker allowClear={false} minDate={dayjs().add(1, 'day')} maxDate={dayjs().add(type === 'normal' ? 12 : 6, 'month')} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
