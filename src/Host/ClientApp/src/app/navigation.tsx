import {
  AimOutlined, AlertOutlined, ApartmentOutlined, AppstoreOutlined, AuditOutlined, BookOutlined, BulbOutlined, CalendarOutlined, CloudUploadOutlined, DashboardOutlined, DatabaseOutlined, ExperimentOutlined, FileDoneOutlined, FileSearchOutlined,
  FormOutlined, FundViewOutlined, InboxOutlined, LineChartOutlined, PartitionOutlined,
  ProjectOutlined, SafetyOutlined, ScheduleOutlined, TeamOutlined, TrophyOutlined, UnorderedListOutlined,
} from '@ant-design/icons';
import { Badge, Menu } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { http } from '@/api/http';
import { useMay } from '@/api/session';

type Entry = { path: string; name: string; icon: React.ReactNode; permission?: string };

const entries: Entry[] = [
  { path: '/', name: 'workbench', icon: <AppstoreOutlined /> },
  { path: '/inbox', name: 'inbox', icon: <InboxOutlined />, permission: 'work.answer' },
  { path: '/anomalies', name: 'anomalies', icon: <AlertOutlined />, permission: 'anomaly.read' },
  { path: '/clues', name: 'clues', icon: <BulbOutlined />, permission: 'anomaly.read' },
  { path: '/plans', name: 'plans', icon: <CalendarOutlined />, permission: 'case.read' },
  { path: '/schemes', name: 'schemes', icon: <FileDoneOutlined />, permission: 'case.read' },
  { path: '/samples', name: 'samples', icon: <ExperimentOutlined />, permission: 'case.read' },
  { path: '/tasks', name: 'tasks', icon: <ScheduleOutlined />, permission: 'case.read' },
  { path: '/cases', name: 'cases', icon: <ProjectOutlined />, permission: 'case.read' },
  { path: '/problem-lists', name: 'problemLists', icon: <UnorderedListOutlined />, permission: 'case.read' },
  { path: '/whitelist', name: 'whitelist', icon: <SafetyOutlined />, permission: 'case.read' },
  { path: '/evaluation', name: 'evaluation', icon: <TrophyOutlined />, permission: 'case.read' },
  { path: '/hazards', name: 'hazards', icon: <BookOutlined />, permission: 'library.read' },
  { path: '/indicators', name: 'indicators', icon: <LineChartOutlined />, permission: 'anomaly.read' },
  { path: '/themes', name: 'themes', icon: <FundViewOutlined />, permission: 'anomaly.read' },
  { path: '/theme-tree', name: 'themeTree', icon: <PartitionOutlined />, permission: 'anomaly.read' },
  { path: '/precision', name: 'precision', icon: <AimOutlined />, permission: 'anomaly.read' },
  { path: '/scans', name: 'scans', icon: <FileSearchOutlined />, permission: 'scan.run' },
  { path: '/survey', name: 'survey', icon: <AuditOutlined />, permission: 'survey.read' },
  { path: '/imports', name: 'imports', icon: <CloudUploadOutlined />, permission: 'data.import' },
  { path: '/sources', name: 'sources', icon: <DatabaseOutlined />, permission: 'data.import' },
  { path: '/definitions', name: 'definitions', icon: <ApartmentOutlined />, permission: 'definition.read' },
  { path: '/forms', name: 'forms', icon: <FormOutlined />, permission: 'definition.read' },
  { path: '/operations', name: 'operations', icon: <DashboardOutlined />, permission: 'engine.operate' },
  { path: '/accounts', name: 'accounts', icon: <TeamOutlined />, permission: 'account.manage' },
];

/** Side navigation: what the account may open, in the order of the seven stages. */
export const Navigation = ({ onNavigate }: { onNavigate?: () => void }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { pathname } = useLocation();
  const shown = entries.filter((entry) => !entry.permission || may(entry.permission));
  const current = shown.findLast((entry) => (entry.path === '/' ? pathname === '/' : pathname.startsWith(entry.path)));
  return (
    <nav aria-label={t('common:nav.label')}>
      <Menu
        theme="dark"
        mode="inline"
        selectedKeys={current ? [current.path] : []}
        {...(onNavigate ? { onClick: onNavigate } : {})}
        items={shown.map((entry) => ({
          key: entry.path,
          icon: entry.icon,
          label: (
            <Link to={entry.path} className="nav-link">
              <span>{t(`common:nav.${entry.name}`)}</span>
              {entry.name === 'inbox' && <InboxCount />}
            </Link>
          ),
        }))}
      />
    </nav>
  );
};

const InboxCount = () => {
  const { data } = useQuery({ queryKey: ['workbench'], queryFn: () => http.get<{ inbox: { open: number; overdue: number } }>('/api/workbench') });
  return data?.inbox ? <Badge count={data.inbox.open} color={data.inbox.overdue > 0 ? '#C62828' : '#3E8E8A'} overflowCount={999} /> : null;
};
