import { lazy, Suspense, type ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { LoadingView, NotFoundView } from '@/ui/state-views';
import { CrashView } from './crash-view';
import { Needs, SignedIn, SignInRoute } from './guard';

type Load = () => Promise<{ default: ComponentType }>;

const page = (path: string, permission: string | null, load: Load): RouteObject => {
  const Content = lazy(load);
  const content = (
    <Suspense fallback={<LoadingView />}>
      <Content />
    </Suspense>
  );
  return { path, element: permission ? <Needs permission={permission}>{content}</Needs> : content };
};

const named = (load: Promise<Record<string, unknown>>, name: string): Promise<{ default: ComponentType }> =>
  load.then((module) => ({ default: module[name] as ComponentType }));

/** Every page with the permission it asks for. Pages of two features are put together in ./composed. */
export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignInRoute /> },
  {
    element: <SignedIn />,
    errorElement: <CrashView />,
    children: [
      page('/', null, () => named(import('@/features/workbench/workbench-page'), 'WorkbenchPage')),
      page('/inbox', 'work.answer', () => named(import('@/features/inbox/inbox-page'), 'InboxPage')),
      page('/anomalies', 'anomaly.read', () => named(import('./composed'), 'AnomaliesWithTask')),
      page('/themes', 'anomaly.read', () => named(import('@/features/monitoring/themes-page'), 'ThemesPage')),
      page('/themes/:code', 'anomaly.read', () => named(import('@/features/monitoring/theme-page'), 'ThemePage')),
      page('/themes/:code/versions/:number', 'anomaly.read', () => named(import('@/features/monitoring/theme-editor-page'), 'ThemeEditorPage')),
      page('/themes/:code/quality', 'anomaly.read', () => named(import('@/features/precision/theme-quality-page'), 'ThemeQualityPage')),
      page('/precision', 'anomaly.read', () => named(import('@/features/precision/precision-page'), 'PrecisionPage')),
      page('/theme-tree', 'anomaly.read', () => named(import('@/features/monitoring/theme-tree-page'), 'ThemeTreePage')),
      page('/indicators', 'anomaly.read', () => named(import('@/features/indicators/indicators-page'), 'IndicatorsPage')),
      page('/tags', 'anomaly.read', () => named(import('@/features/monitoring/tags-page'), 'TagsPage')),
      page('/clues', 'anomaly.read', () => named(import('@/features/monitoring/clues-page'), 'CluesPage')),
      page('/whitelist', 'case.read', () => named(import('@/features/whitelist/whitelist-page'), 'WhitelistPage')),
      page('/survey', 'survey.read', () => named(import('@/features/survey/campaigns-page'), 'CampaignsPage')),
      page('/survey/rules', 'survey.read', () => named(import('@/features/survey/rules-page'), 'RulesPage')),
      page('/survey/:id', 'survey.read', () => named(import('@/features/survey/campaign-page'), 'CampaignPage')),
      page('/sources', 'data.import', () => named(import('@/features/sources/sources-page'), 'SourcesPage')),
      page('/imports', 'data.import', () => named(import('@/features/monitoring/imports-page'), 'ImportsPage')),
      page('/scans', 'scan.run', () => named(import('@/features/monitoring/scans-page'), 'ScansPage')),
      page('/plans', 'case.read', () => named(import('@/features/plans/plans-page'), 'PlansPage')),
      page('/plans/:id', 'case.read', () => named(import('@/features/plans/plan-page'), 'PlanPage')),
      page('/schemes', 'case.read', () => named(import('@/features/plans/schemes-page'), 'SchemesPage')),
      page('/schemes/:id', 'case.read', () => named(import('@/features/plans/scheme-page'), 'SchemePage')),
      page('/samples', 'case.read', () => named(import('@/features/plans/samples-page'), 'SamplesPage')),
      page('/samples/:id', 'case.read', () => named(import('@/features/plans/sample-page'), 'SamplePage')),
      page('/evaluation', 'case.read', () => named(import('@/features/evaluation/quality-page'), 'QualityPage')),
      page('/problem-lists', 'case.read', () => named(import('@/features/plans/problem-lists-page'), 'ProblemListsPage')),
      page('/problem-lists/:id', 'case.read', () => named(import('@/features/plans/problem-list-page'), 'ProblemListPage')),
      page('/tasks', 'case.read', () => named(import('@/features/tasks/tasks-page'), 'TasksPage')),
      page('/tasks/:id', 'case.read', () => named(import('./composed'), 'TaskWithStep')),
      page('/cases', 'case.read', () => named(import('@/features/cases/cases-page'), 'CasesPage')),
      page('/cases/:id', 'case.read', () => named(import('./composed'), 'CaseWithStep')),
      page('/hazards', 'library.read', () => named(import('@/features/libraries/hazards-page'), 'HazardsPage')),
      page('/hazards/:id', 'library.read', () => named(import('@/features/libraries/hazard-page'), 'HazardPage')),
      page('/notifications', null, () => named(import('@/features/notifications/notifications-page'), 'NotificationsPage')),
      page('/accounts', 'account.manage', () => named(import('@/features/accounts/accounts-page'), 'AccountsPage')),
      page('/operations', 'engine.operate', () => named(import('@/features/operations/operations-page'), 'OperationsPage')),
      page('/definitions', 'definition.read', () => named(import('@/features/definitions/definitions-page'), 'DefinitionsPage')),
      page('/definitions/:id/difference', 'definition.read', () => named(import('@/features/definitions/difference-page'), 'DifferencePage')),
      page('/definitions/:id/heat', 'definition.read', () => named(import('@/features/definitions/heat-page'), 'HeatPage')),
      page('/definitions/:id/migration', 'definition.edit', () => named(import('@/features/definitions/migration-page'), 'MigrationPage')),
      page('/definitions/:id/replay', 'definition.read', () => named(import('@/features/definitions/replay-page'), 'ReplayPage')),
      page('/forms', 'definition.read', () => named(import('@/features/forms/forms-page'), 'FormsPage')),
      page('/forms/:key', 'definition.read', () => named(import('@/features/forms/form-page'), 'FormPage')),
      { path: '*', element: <NotFoundView /> },
    ],
  },
]);
