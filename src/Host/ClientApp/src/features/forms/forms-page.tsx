import { App, Button, Form, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMay } from '@/api/session';
import { dateTime } from '@/ui/format';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';
import { newForm, useForms, useSaveForm, type FormLine } from './form';

/** The forms that steps of lifecycles name, with their version in force and what is being worked on. */
export const FormsPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const forms = useForms();
  const [creating, setCreating] = useState(false);
  const open = (row: FormLine) => void navigate(`/forms/${row.key}`);
  return (
    <Page
      title={t('forms:title')}
      subtitle={t('forms:subtitle')}
      actions={may('definition.edit') ? <Button type="primary" onClick={() => setCreating(true)}>{t('forms:create')}</Button> : undefined}
    >
      {creating && <CreateForm onClose={() => setCreating(false)} />}
      <Loaded of={forms}>
        {(rows) => (
          <Records
            label={t('forms:title')}
            rows={rows}
            rowKey={(row) => row.key}
            onOpen={open}
            width={640}
            empty={<EmptyView text={t('forms:empty')} />}
            columns={[
              { title: t('forms:name'), key: 'name', render: (_, row) => <Link to={`/forms/${row.key}`} className="strong-link">{row.title}</Link> },
              { title: t('forms:key'), key: 'key', render: (_, row) => <span className="mono">{row.key}</span> },
              { title: t('forms:inForce'), key: 'published', render: (_, row) => (row.published ? `v${row.published}` : '—') },
              { title: t('forms:publishedAt'), key: 'at', render: (_, row) => dateTime(row.publishedAt) },
              { title: t('forms:work'), key: 'draft', render: (_, row) => <DraftTag row={row} /> },
            ]}
            card={(row) => (
              <>
                <div className="card-line">
                  <Link to={`/forms/${row.key}`} className="strong-link">{row.title}</Link>
                  <DraftTag row={row} />
                </div>
                <div className="muted">
                  <span className="mono">{row.key}</span> · {row.published ? `v${row.published}` : '—'}
                </div>
              </>
            )}
          />
        )}
      </Loaded>
    </Page>
  );
};

const DraftTag = ({ row }: { row: FormLine }) => {
  const { t } = useTranslation();
  return row.draftState ? (
    <Tag variant="filled" color={row.draftState === 'review' ? 'blue' : 'gold'}>
      v{row.draft} {t(`forms:state.${row.draftState}`)}
    </Tag>
  ) : null;
};

const CreateForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [values, setValues] = useState({ key: '', zh: '', en: '' });
  const save = useSaveForm(values.key);
  const field = (name: keyof typeof values, label: string) => (
    <Form.Item label={label} htmlFor={`new-form-${name}`}>
      <Input id={`new-form-${name}`} value={values[name]} onChange={(event) => setValues({ ...values, [name]: event.target.value })} />
    </Form.Item>
  );
  const create = () => save.mutate(
    { revision: null, form: newForm(values.key, values.zh, values.en) },
    { onSuccess: () => void navigate(`/forms/${values.key}`), onError: (error) => void message.error(errorText(error)) },
  );
  return (
    <Modal
      open
      title={t('forms:create')}
      okText={t('forms:create')}
      cancelText={t('common:cancel')}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: !/^[a-z][a-z0-9-]{1,62}$/.test(values.key) || values.zh.trim() === '' }}
      onOk={create}
      onCancel={onClose}
    >
      <Form component="div" layout="vertical">
        {field('key', t('forms:keyHint'))}
        {field('zh', t('forms:titleZh'))}
        {field('en', t('forms:titleEn'))}
      </Form>
    </Modal>
  );
};
