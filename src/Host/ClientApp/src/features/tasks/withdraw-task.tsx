import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { ReasonDialog } from '@/ui/reason-dialog';
import type { AuditTask } from './task';

const shortestReason = 5;
const touched = ['task', 'tasks', 'history', 'anomalies', 'work-items', 'workbench', 'samples', 'schemes'];

/** Takes a task back before it goes out; its anomalies are free for another. */
export const WithdrawTask = ({ task }: { task: AuditTask }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const send = useMutation({
    mutationFn: (reason: string) => http.post(`/api/tasks/${task.id}/withdraw`, { reason }),
    onSuccess: () => {
      setOpen(false);
      void message.success(t('tasks:withdraw.done'));
      return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('tasks:withdraw.button')}
      </Button>
      {open && (
        <ReasonDialog
          title={t('tasks:withdraw.title')}
          hint={t('tasks:withdraw.hint', { count: task.anomalyCount })}
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
