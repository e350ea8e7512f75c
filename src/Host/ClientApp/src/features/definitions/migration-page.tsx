import { Alert, App, Button, Input, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { http, query } from '@/api/http';
import { BackLink } from '@/ui/back-link';
import { Page } from '@/ui/page';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { useUrlFilter } from '@/ui/use-url-filter';
import { useStartRun } from './run';
import { RunHistory } from './run-history';
import { RunReport } from './run-report';
import { deskPath, useVersions, type Version } from './version';
import { VersionSelect } from './version-select';

type PlanNode = { id: string; name: string; type: string; standing: number; suggested: string | null };
type Plan = { from: number; to: number; running: number; nodes: PlanNode[]; targets: { id: string; name: string; type: string }[] };
type Order = { from: number; to: number; map: Record<string, string>; dryRun: boolean; newClocks: boolean; reason: string };
type MoveDetail = { code: string | null; reason: string | null };

const filters = ['from', 'to', 'open', 'verdict'] as const;
const words = ['moved', 'refused'] as const;

/** Moves running cases to another version: where they stand, where each step leads, a rehearsal with reasons, then the move itself. */
export const MigrationPage = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const filter = useUrlFilter(filters);
  const versions = useVersions(id);
  const open = (run: number) => filter.set({ open: `${run}`, verdict: null });
  const rows = versions.data?.versions.filter((one) => one.state !== 'draft') ?? [];
  const [from, to] = [Number(filter.get('from')) || mostRunning(rows), Number(filter.get('to')) || rows.find((one) => one.isPublished)?.version];
  return (
    <Page
      title={t('definitions:migration.title', { name: versions.data?.name ?? id })}
      subtitle={t('definitions:migration.subtitle')}
      back={<BackLink fallback={`/definitions?definition=${encodeURIComponent(id)}`} text={t('definitions:title')} />}
    >
      <div className="filters desk-filters">
        <VersionSelect label={t('definitions:difference.from')} versions={rows} value={from} onChange={(next) => filter.set({ from: `${next}` })} />
        <span className="desk-arrow" aria-hidden="true">→</span>
        <VersionSelect label={t('definitions:difference.to')} versions={rows} value={to} onChange={(next) => filter.set({ to: `${next}` })} />
      </div>
      {from !== undefined && to !== undefined && from !== to ? (
        <MigrationPlan key={`${from}-${to}`} definitionId={id} from={from} to={to} onStarted={open} />
      ) : (
        <div className="panel gap-below">
          <EmptyView text={t('definitions:migration.choose')} hint={t('definitions:migration.chooseHint')} />
        </div>
      )}
      {filter.get('open') && (
        <RunReport<MoveDetail>
          id={filter.get('open')}
          verdict={filter.get('verdict')}
          words={words}
          emptyText={t('definitions:migration.nothing')}
          onVerdict={(verdict) => filter.set({ verdict })}
          line={({ detail }) => <MoveReason detail={detail} />}
        />
      )}
      <RunHistory definitionId={id} kind="migration,rehearsal" empty={t('definitions:migration.none')} onOpen={open} />
    </Page>
  );
};

/** The superseded version that most cases are still on. */
const mostRunning = (rows: Version[]): number | undefined => rows.filter((one) => !one.isPublished).toSorted((left, right) => right.running - left.running)[0]?.version;

const MoveReason = ({ detail }: { detail: MoveDetail }) => {
  const { t } = useTranslation();
  return detail.code ? (
    <>
      {t(`definitions:migration.code.${detail.code}`, { defaultValue: detail.code })} <span className="muted small">{detail.reason}</span>
    </>
  ) : null;
};

type PlanProps = { definitionId: string; from: number; to: number; onStarted: (id: number) => void };

const MigrationPlan = ({ definitionId, from, to, onStarted }: PlanProps) => {
  const { t } = useTranslation();
  const plan = useQuery({
    queryKey: ['definitions', definitionId, 'migration-plan', from, to],
    queryFn: () => http.get<Plan>(`/api${deskPath(definitionId, 'migration-plan')}${query({ from, to })}`),
  });
  return (
    <Loaded of={plan}>
      {(data) =>
        data.running === 0 ? (
          <div className="panel gap-below">
            <EmptyView text={t('definitions:migration.nobody', { version: from })} />
          </div>
        ) : (
          <PlanForm definitionId={definitionId} plan={data} onStarted={onStarted} />
        )
      }
    </Loaded>
  );
};

const PlanForm = ({ definitionId, plan, onStarted }: { definitionId: string; plan: Plan; onStarted: (id: number) => void }) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { modal } = App.useApp();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [newClocks, setNewClocks] = useState(false);
  const [reason, setReason] = useState('');
  const start = useStartRun<Order>(definitionId, 'migrations');
  const map = Object.fromEntries(Object.entries(chosen).filter(([from, to]) => from !== to));
  const run = (dryRun: boolean) => start.mutate({ from: plan.from, to: plan.to, map, dryRun, newClocks, reason }, { onSuccess: ({ id }) => onStarted(id) });
  const ask = () => void modal.confirm({
    title: t('definitions:migration.sure', { running: plan.running, version: plan.to }),
    content: t('definitions:migration.sureHint'),
    okText: t('definitions:migration.go'),
    cancelText: t('common:cancel'),
    onOk: () => run(false),
  });
  return (
    <section className="panel gap-below" aria-label={t('definitions:migration.map')}>
      <h2>{t('definitions:migration.map')}</h2>
      <div className="muted gap-below">{t('definitions:migration.mapHint', { running: plan.running, version: plan.from })}</div>
      <ul className="map-list">
        {plan.nodes.map((node) => (
          <MapRow key={node.id} node={node} plan={plan} value={chosen[node.id] ?? node.suggested} onChange={(target) => setChosen({ ...chosen, [node.id]: target })} />
        ))}
      </ul>
      <div className="map-options">
        <Radio.Group
          aria-label={t('definitions:migration.clocks')}
          value={newClocks}
          options={[{ value: false, label: t('definitions:migration.keepClocks') }, { value: true, label: t('definitions:migration.newClocks') }]}
          onChange={(event) => setNewClocks(event.target.value as boolean)}
        />
        <Input aria-label={t('definitions:migration.reason')} placeholder={t('definitions:migration.reason')} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      {start.error && <Alert type="error" showIcon className="gap-below" title={errorText(start.error)} />}
      <div className="outcomes">
        <Button type="primary" loading={start.isPending} onClick={() => run(true)}>{t('definitions:migration.rehearse')}</Button>
        <Button danger disabled={start.isPending} onClick={ask}>{t('definitions:migration.go')}</Button>
      </div>
    </section>
  );
};

const MapRow = ({ node, plan, value, onChange }: { node: PlanNode; plan: Plan; value: string | null; onChange: (target: string) => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const name = code('node', node.name);
  return (
    <li className="map-row">
      <span>
        <strong>{name}</strong> <span className="muted small">{t('definitions:migration.standing', { count: node.standing })}</span>
      </span>
      <span aria-hidden="true">→</span>
      <Select
        aria-label={t('definitions:migration.target', { name })}
        value={value}
        placeholder={t('definitions:migration.noTarget')}
        {...(value === null && node.standing > 0 ? { status: 'warning' as const } : {})}
        options={plan.targets.filter((target) => target.type === node.type).map((target) => ({ value: target.id, label: `${code('node', target.name)} (${target.id})` }))}
        onChange={(next: string | null) => next !== null && onChange(next)}
      />
    </li>
  );
};
