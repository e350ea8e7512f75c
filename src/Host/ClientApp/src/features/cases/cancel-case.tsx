import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { ReasonDialog } from '@/ui/reason-dialog';
import type { AuditCase } from './case';

const shortestReason = 5;
const touched = ['case', 'cases', 'task', 'history', 'anomalies', 'work-items', 'workbench'];

/** Makes an order void that nobody has begun to handle. */
export const CancelCase = ({ data }: { data: AuditCase }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const send = useMutation({
    mutationFn: (reason: string) => http.post(`/api/cases/${data.id}/cancel`, { reason }),
    onSuccess: () => {
      setOpen(false);
      void message.success(t('cases:cancel.done'));
      return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('cases:cancel.button')}
      </Button>
      {open && (
        <ReasonDialog
          title={t('cases:cancel.title')}
          hint={t('cases:cancel.hint', { count: data.items.length })}
          shortest={shortestReason}
          danger
          pending={send.isPending}
          error={send.error}
          onDecide={(reason) => send.mutate(reason)}
          onClose={() => {
            send.reset();
            setOpen(false);
          }}
        />
      )}
    </>
  );
};
