import { Button, Form, InputNumber, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { dateTime } from '@/ui/format';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { planKey, usePlans, useStep, type PlanLine } from './plan';

/** Annual plans: one a year for each organisation. */
export const PlansPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const plans = usePlans();
  const [opening, setOpening] = useState(false);
  const number = (row: PlanLine) => (
    <Link to={`/plans/${row.id}`} className="mono">
      {row.number}
    </Link>
  );
  return (
    <Page
      title={t('plans:title')}
      subtitle={t('plans:subtitle')}
      actions={
        may('plan.write') ? (
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('plans:open')}
          </Button>
        ) : undefined
      }
    >
      <Loaded of={plans}>
        {(rows) => (
          <Records
            label={t('plans:title')}
            rows={rows}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate(`/plans/${row.id}`)}
            empty={<EmptyView text={t('plans:none')} hint={t('plans:noneHint')} />}
            columns={[
              { title: t('plans:number'), key: 'number', width: 170, render: (_, row) => number(row) },
              { title: t('plans:year'), dataIndex: 'year', width: 80 },
              { title: t('common:unit'), dataIndex: 'orgName', width: 140 },
              { title: t('common:state'), key: 'state', width: 130, render: (_, row) => <StateTag list="planState" state={row.state} /> },
              { title: t('plans:chosen'), key: 'chosen', width: 120, render: (_, row) => `${row.chosen} / 12` },
              { title: t('plans:createdBy'), dataIndex: 'createdBy', width: 170 },
              { title: t('plans:approvedBy'), key: 'approved', width: 170, render: (_, row) => row.approvedBy ?? '—' },
              { title: t('plans:createdAt'), key: 'at', width: 150, render: (_, row) => dateTime(row.createdAt) },
            ]}
            card={(row) => (
              <>
                <div className="card-line">
                  {number(row)}
                  <StateTag list="planState" state={row.state} />
                </div>
                <div className="muted">
                  {row.orgName} · {t('plans:chosen')} {row.chosen} / 12
                </div>
              </>
            )}
          />
        )}
      </Loaded>
      {opening && <OpenDialog onClose={() => setOpening(false)} onOpened={(id) => void navigate(`/plans/${id}`)} />}
    </Page>
  );
};

const OpenDialog = ({ onClose, onOpened }: { onClose: () => void; onOpened: (id: number) => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ year: number }>();
  const open = useStep([planKey], (values: { year: number }) => http.post<{ id: number }>('/api/plans', values), ({ id }) => onOpened(id));
  return (
    <Modal open title={t('plans:open')} okText={t('plans:open')} cancelText={t('common:cancel')} confirmLoading={open.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={{ year: dayjs().year() }} onFinish={(values) => open.mutate(values)}>
        <Form.Item name="year" label={t('plans:year')} rules={[{ required: true, message: t('plans:needed') }]}>
          <InputNumber min={2000} max={2100} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
