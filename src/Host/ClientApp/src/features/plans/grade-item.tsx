import { Alert, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useCode } from '@/ui/use-text';
import { useStep } from './plan';
import { grades, sampleKey, type Grade, type Sample, type SampleItem } from './sample';

type Values = { grade: Grade; note?: string };

/** What the audit of one object of a sample came to; every result but a pass says what was found. */
export const GradeItem = ({ sample, item, onClose }: { sample: Sample; item: SampleItem; onClose: () => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const [form] = Form.useForm<Values>();
  const grade = Form.useWatch('grade', form);
  const send = useStep([sampleKey], (values: Values) => http.post(`/api/samples/${sample.id}/grades`, { ...values, objKey: item.objKey }), onClose);
  return (
    <Modal
      open
      title={t('plans:sample.gradeOf', { object: item.objKey })}
      okText={t('common:confirm')}
      cancelText={t('common:cancel')}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values> form={form} layout="vertical" initialValues={{ ...(item.grade ? { grade: item.grade } : {}), note: item.gradeNote ?? '' }} onFinish={(values) => send.mutate(values)}>
        <Form.Item name="grade" label={t('plans:sample.grade')} rules={[{ required: true, message: t('plans:needed') }]}>
          <Radio.Group options={grades.map((value) => ({ value, label: `${code('sampleGrade', value)} ${t(`plans:sample.points.${value}`)}` }))} />
        </Form.Item>
        {(grade === 'fail' || grade === 'falsified') && <Alert type="warning" showIcon className="gap-below" title={t('plans:sample.sendsBack')} />}
        <Form.Item name="note" label={t('plans:sample.gradeNote')} rules={grade && grade !== 'pass' ? [{ required: true, whitespace: true, min: 4, message: t('plans:sample.gradeNoteHint') }] : []}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
