import { CasePage } from '@/features/cases/case-page';
import { CaseWorkflow } from '@/features/cases/case-workflow';
import { UnitQuality } from '@/features/evaluation/unit-quality';
import { WorkItemPanel } from '@/features/inbox/work-item-panel';
import { AnomaliesPage } from '@/features/monitoring/anomalies-page';
import { CaseVisits } from '@/features/plans/case-visits';
import { RecoveryCalculator } from '@/features/recovery/recovery-calculator';
import { CreateTaskDrawer } from '@/features/tasks/create-task-drawer';
import { TaskPage } from '@/features/tasks/task-page';

// Features never import each other; the pages that need two of them are put together here.

export const CaseWithStep = () => (
  <CasePage
    renderStep={({ caseId, themeCode, ...props }) => <WorkItemPanel {...props} renderRecovery={(use) => <RecoveryCalculator caseId={caseId} themeCode={themeCode} onUse={use} />} />}
    renderEvaluation={(orgNo) => <UnitQuality orgNo={orgNo} />}
    renderVisits={(caseId) => <CaseVisits caseId={caseId} />}
  />
);

export const TaskWithStep = () => (
  <TaskPage
    renderStep={(id, onCompleted) => <WorkItemPanel id={id} evidenceCount={0} evidence={null} onCompleted={onCompleted} />}
    renderWorkflow={(path, id) => <CaseWorkflow path={path} id={id} />}
  />
);

export const AnomaliesWithTask = () => <AnomaliesPage renderCreateTask={(props) => <CreateTaskDrawer {...props} />} />;
