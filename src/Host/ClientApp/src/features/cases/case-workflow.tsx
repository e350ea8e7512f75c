import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import type { Flowchart, FlowPosition } from '@/flow/flow-definition';
import { FlowViewer } from '@/flow/flow-viewer';
import { Loaded } from '@/ui/state-views';

type WorkflowPosition = FlowPosition & { definitionId: string; version: number; root: Flowchart };

/** Where the case stands in the definition version that it runs on. */
export const CaseWorkflow = ({ path, id }: { path: string; id: number }) => {
  const { t } = useTranslation();
  const workflow = useQuery({ queryKey: ['case', String(id), 'workflow'], queryFn: () => http.get<WorkflowPosition>(path) });
  return (
    <Loaded of={workflow}>
      {(data) => (
        <section className="panel" aria-label={t('cases:tab.workflow')}>
          <div className="muted gap-below">{t('cases:runsOn', { definition: data.definitionId, version: data.version })}</div>
          {data.incidents.map((incident) => (
            <Alert key={incident.activityId} type="error" showIcon className="gap-below" title={t('cases:incident')} description={incident.reason} />
          ))}
          <FlowViewer root={data.root} position={data} label={t('cases:tab.workflow')} />
        </section>
      )}
    </Loaded>
  );
};
