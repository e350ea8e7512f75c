import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '@/ui/format';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useUrlFilter } from '@/ui/use-url-filter';
import { Subject } from './incidents';
import { ProcessDrawer } from './process-drawer';
import { useProcesses, type ProcessLine } from './process';

const filters = ['process'] as const;

/** Any running process by the number of its case or task, also one in which nothing has failed. */
export const Processes = () => {
  const { t } = useTranslation();
  const filter = useUrlFilter(filters);
  const asked = filter.get('process');
  const [open, setOpen] = useState<string>();
  return (
    <>
      <div className="filters" role="search">
        <Input.Search
          key={asked}
          allowClear
          defaultValue={asked}
          aria-label={t('operations:findProcess')}
          placeholder={t('operations:findProcess')}
          onSearch={(text) => filter.set({ process: text.trim() || null })}
        />
      </div>
      {asked === '' ? <EmptyView text={t('operations:findProcess')} hint={t('operations:findProcessHint')} /> : <Found q={asked} onOpen={setOpen} />}
      {open && <ProcessDrawer id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
};

const Found = ({ q, onOpen }: { q: string; onOpen: (id: string) => void }) => {
  const { t } = useTranslation();
  const processes = useProcesses(q);
  const show = (line: ProcessLine) => (
    <Button size="small" onClick={() => onOpen(line.id)} aria-label={`${t('operations:show')} ${line.number}`}>
      {t('operations:show')}
    </Button>
  );
  return (
    <Loaded of={processes}>
      {(lines) => (
        <Records
          label={t('operations:processes')}
          rows={lines}
          rowKey={(line) => line.id}
          empty={<EmptyView text={t('common:noMatch')} hint={t('operations:findProcessHint')} />}
          columns={[
            { title: t('operations:number'), key: 'number', width: 230, render: (_, line) => <span className="mono">{line.number}</span> },
            { title: t('operations:subject'), key: 'subject', width: 160, render: (_, line) => <Subject subject={line.subject} suspended={line.suspended} /> },
            { title: t('operations:name'), dataIndex: 'title' },
            { title: t('operations:definition'), key: 'definition', width: 150, render: (_, line) => `${line.definitionId} v${line.definitionVersion}` },
            { title: t('operations:updated'), key: 'updated', width: 150, render: (_, line) => dateTime(line.updatedAt) },
            { title: t('operations:action'), key: 'action', width: 90, render: (_, line) => show(line) },
          ]}
          card={(line) => (
            <>
              <div className="card-line">
                <span className="mono">{line.number}</span>
                {show(line)}
              </div>
              <Subject subject={line.subject} suspended={line.suspended} />
              <div className="muted">{line.title}</div>
            </>
          )}
        />
      )}
    </Loaded>
  );
};
