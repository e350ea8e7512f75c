import { Button, Drawer, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { MendDialog, type Mending } from './mend-dialog';
import { useProcess, type Process } from './process';

/** One process as its operator sees it: where it stands and what it remembers. */
export const ProcessDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const process = useProcess(id);
  return (
    <Drawer open size="large" title={t('operations:process')} onClose={onClose}>
      <Loaded of={process}>{(found) => <Standing process={found} />}</Loaded>
    </Drawer>
  );
};

const Standing = ({ process }: { process: Process }) => {
  const { t } = useTranslation();
  const [mending, setMending] = useState<Mending>();
  return (
    <>
      <p className="panel-tags">
        <span>
          {process.definitionId} v{process.definitionVersion}
        </span>
        <Tag variant="filled">{t(`operations:status.${process.subStatus}`, { defaultValue: process.subStatus })}</Tag>
        {process.suspended && <Tag variant="filled" color="orange">{t('operations:suspended')}</Tag>}
      </p>
      <h2 className="gap-above gap-below">{t('operations:tokens')}</h2>
      <Tokens process={process} onMend={setMending} />
      <h2 className="gap-above gap-below">{t('operations:variables')}</h2>
      <Variables process={process} onMend={setMending} />
      {mending && <MendDialog process={process} mending={mending} onClose={() => setMending(undefined)} />}
    </>
  );
};

type ListProps = { process: Process; onMend: (mending: Mending) => void };

const Tokens = ({ process, onMend }: ListProps) => {
  const { t } = useTranslation();
  const move = (token: Process['activities'][number]) => (
    <Button size="small" disabled={token.targets.length === 0} onClick={() => onMend({ token })} aria-label={`${t('operations:do.move-token')} ${token.name}`}>
      {t('operations:move')}
    </Button>
  );
  return (
    <Records
      label={t('operations:tokens')}
      width={560}
      rows={process.activities}
      rowKey={(token) => token.activityInstanceId}
      empty={<EmptyView text={t('operations:noTokens')} hint={t('operations:noTokensHint')} />}
      columns={[
        { title: t('operations:step'), key: 'step', render: (_, token) => <>{token.name} <code>{token.activityId}</code></> },
        { title: t('operations:note'), key: 'note', width: 110, render: (_, token) => <Tag variant="filled" {...(token.failed ? { color: 'red' } : {})}>{t(token.failed ? 'operations:failed' : 'operations:waitsHere')}</Tag> },
        { title: t('operations:action'), key: 'action', width: 100, render: (_, token) => move(token) },
      ]}
      card={(token) => (
        <div className="card-line">
          <strong>{token.name}</strong>
          {move(token)}
        </div>
      )}
    />
  );
};

const Variables = ({ process, onMend }: ListProps) => {
  const { t } = useTranslation();
  const rows = Object.entries(process.variables).map(([name, value]) => ({ name, text: JSON.stringify(value) ?? '' }));
  const edit = (name: string) => (
    <Button size="small" onClick={() => onMend({ name })} aria-label={`${t('operations:do.edit-variable')} ${name}`}>
      {t('operations:edit')}
    </Button>
  );
  return (
    <Records
      label={t('operations:variables')}
      width={560}
      rows={rows}
      rowKey={(row) => row.name}
      empty={<EmptyView text={t('operations:noVariables')} hint={t('operations:noVariablesHint')} />}
      columns={[
        { title: t('operations:variable'), dataIndex: 'name', width: 180 },
        { title: t('operations:value'), key: 'value', render: (_, row) => <code className="clip">{row.text}</code> },
        { title: t('operations:action'), key: 'action', width: 100, render: (_, row) => edit(row.name) },
      ]}
      card={(row) => (
        <>
          <div className="card-line">
            <strong>{row.name}</strong>
            {edit(row.name)}
          </div>
          <code className="clip">{row.text}</code>
        </>
      )}
    />
  );
};
