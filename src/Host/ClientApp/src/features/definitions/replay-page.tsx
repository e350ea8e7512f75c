import { Alert, Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMay } from '@/api/session';
import { BackLink } from '@/ui/back-link';
import { Page } from '@/ui/page';
import { useErrorText } from '@/ui/state-views';
import { useUrlFilter } from '@/ui/use-url-filter';
import { ReplayLine, type ReplayDetail } from './replay-line';
import { useStartRun } from './run';
import { RunHistory } from './run-history';
import { RunReport } from './run-report';
import { useVersions } from './version';
import { VersionSelect } from './version-select';

const filters = ['open', 'verdict'] as const;
const words = ['same', 'other-way', 'sla', 'form', 'incident', 'stopped'] as const;
const mostCases = 10_000;

/** Runs a version dry over the last closed cases: what would have gone otherwise. */
export const ReplayPage = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const may = useMay();
  const filter = useUrlFilter(filters);
  const versions = useVersions(id);
  const open = (run: number) => filter.set({ open: `${run}`, verdict: null });
  return (
    <Page
      title={t('definitions:replay.title', { name: versions.data?.name ?? id })}
      subtitle={t('definitions:replay.subtitle')}
      back={<BackLink fallback={`/definitions?definition=${encodeURIComponent(id)}`} text={t('definitions:title')} />}
    >
      {may('definition.approve') && <ReplayStart definitionId={id} onStarted={open} />}
      {filter.get('open') && (
        <RunReport<ReplayDetail>
          id={filter.get('open')}
          verdict={filter.get('verdict')}
          words={words}
          emptyText={t('definitions:replay.nothing')}
          onVerdict={(verdict) => filter.set({ verdict })}
          line={(line) => <ReplayLine detail={line.detail} />}
        />
      )}
      <RunHistory definitionId={id} kind="replay" empty={t('definitions:replay.none')} onOpen={open} />
    </Page>
  );
};

const ReplayStart = ({ definitionId, onStarted }: { definitionId: string; onStarted: (id: number) => void }) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const versions = useVersions(definitionId);
  const [chosen, setChosen] = useState<number>();
  const [count, setCount] = useState(1000);
  const start = useStartRun<{ version: number; count: number }>(definitionId, 'replays');
  const version = chosen ?? versions.data?.versions[0]?.version;
  return (
    <div className="panel gap-below">
      <Form component="div" layout="vertical" className="scan-start">
        <Form.Item label={t('definitions:replay.version')} htmlFor="replay-version">
          <VersionSelect id="replay-version" label={t('definitions:replay.version')} versions={versions.data?.versions ?? []} value={version} onChange={setChosen} />
        </Form.Item>
        <Form.Item label={t('definitions:replay.count')} htmlFor="replay-count">
          <InputNumber<number> id="replay-count" min={1} max={mostCases} value={count} onChange={(next) => setCount(next ?? 1)} />
        </Form.Item>
        <Button type="primary" disabled={version === undefined} loading={start.isPending} onClick={() => start.mutate({ version: version ?? 0, count }, { onSuccess: ({ id }) => onStarted(id) })}>
          {t('definitions:replay.start')}
        </Button>
      </Form>
      {start.error && <Alert type="error" showIcon title={errorText(start.error)} />}
    </div>
  );
};
