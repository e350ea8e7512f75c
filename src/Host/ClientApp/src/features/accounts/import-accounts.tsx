import { Alert, Button, Modal, Table, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useErrorText } from '@/ui/state-views';
import { useAccountChange } from './account';

type Imported = { created: number; rejected: { line: number; reason: string }[] };

const template = 'user_name,display_name,person_no,org_no,roles,password\nwang.fang,王芳,31001234,37030601,handler,Change#2026\n';

const useImportAccounts = () =>
  useAccountChange((file: File) => {
    const form = new FormData();
    form.append('file', file, file.name);
    return http.post<Imported>('/api/accounts/import', form);
  });

export const ImportAccountsDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const send = useImportAccounts();
  const [name, setName] = useState('');
  return (
    <Modal open={open} title={t('accounts:import')} footer={null} onCancel={onClose} afterClose={() => send.reset()}>
      <p>{t('accounts:importHint')}</p>
      <pre className="sql">{template}</pre>
      <Upload
        accept=".csv"
        showUploadList={false}
        beforeUpload={(file) => {
          setName(file.name);
          send.mutate(file);
          return false;
        }}
      >
        <Button type="primary" loading={send.isPending}>
          {t('accounts:chooseFile')}
        </Button>
      </Upload>
      {send.error && <Alert type="error" showIcon className="gap-above" title={errorText(send.error)} />}
      {send.data && (
        <>
          <Alert
            type={send.data.rejected.length > 0 ? 'warning' : 'success'}
            showIcon
            className="gap-above gap-below"
            title={t('accounts:imported', { name, created: send.data.created, rejected: send.data.rejected.length })}
          />
          {send.data.rejected.length > 0 && (
            <Table
              size="small"
              rowKey="line"
              dataSource={send.data.rejected}
              pagination={{ pageSize: 8, hideOnSinglePage: true }}
              columns={[
                { title: t('accounts:line'), dataIndex: 'line', width: 80 },
                { title: t('accounts:reason'), dataIndex: 'reason' },
              ]}
            />
          )}
        </>
      )}
    </Modal>
  );
};
