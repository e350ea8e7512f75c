import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { FlowCanvas, type FlowPaint } from '@/flow/flow-canvas';
import { BackLink } from '@/ui/back-link';
import { Page } from '@/ui/page';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useUrlFilter } from '@/ui/use-url-filter';
import { marksOf, mergeFlows, useDifference, type Difference } from './difference';
import { DifferenceChanges } from './difference-changes';
import { useVersions } from './version';
import { VersionSelect } from './version-select';

const filters = ['from', 'to'] as const;
const badges = { added: '+', removed: '−', changed: '≠', moved: '⇄' } as const;

/** Two versions of a lifecycle in one picture: colour, a sign in the corner and words say what was added, removed or changed. */
export const DifferencePage = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const filter = useUrlFilter(filters);
  const versions = useVersions(id);
  const difference = useDifference(id, filter.get('from'), filter.get('to'));
  const rows = versions.data?.versions ?? [];
  return (
    <Page
      title={t('definitions:difference.title', { name: versions.data?.name ?? id })}
      subtitle={t('definitions:difference.subtitle')}
      back={<BackLink fallback={`/definitions?definition=${encodeURIComponent(id)}`} text={t('definitions:title')} />}
    >
      <div className="filters desk-filters">
        <VersionSelect label={t('definitions:difference.from')} versions={rows} value={difference.data?.from?.version} onChange={(from) => filter.set({ from: `${from}` })} />
        <span className="desk-arrow" aria-hidden="true">→</span>
        <VersionSelect label={t('definitions:difference.to')} versions={rows} value={difference.data?.to.version} onChange={(to) => filter.set({ to: `${to}` })} />
      </div>
      <Loaded of={difference}>{(data) => <DifferencePicture difference={data} />}</Loaded>
    </Page>
  );
};

const DifferencePicture = ({ difference }: { difference: Difference }) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const root = useMemo(() => mergeFlows(difference), [difference]);
  const paint = useMemo(() => paintOf(difference, (kind) => t(`definitions:difference.${kind}`)), [difference, t]);
  const label = t('definitions:difference.title', { name: difference.name });
  if (difference.nodes.length === 0 && difference.arrows.length === 0) {
    return (
      <div className="panel">
        <EmptyView text={t('definitions:difference.none')} hint={t('definitions:difference.noneHint')} />
      </div>
    );
  }
  return (
    <>
      <section className="panel gap-below" aria-label={t('definitions:difference.picture')}>
        <FlowCanvas root={root} label={label} paint={paint} legend={<Legend />} chosen={chosen} onChoose={(id) => setChosen(id === chosen ? undefined : id)} />
      </section>
      <section className="panel" aria-label={t('definitions:difference.changes')}>
        <div className="panel-head">
          <h2>{t('definitions:difference.changes')}</h2>
          {chosen && <Button onClick={() => setChosen(undefined)}>{t('definitions:difference.showAll')}</Button>}
        </div>
        <DifferenceChanges difference={difference} chosen={chosen} />
      </section>
    </>
  );
};

const paintOf = (difference: Difference, word: (kind: string) => string): FlowPaint => {
  const marks = marksOf(difference);
  const arrows = new Map(difference.arrows.map((arrow) => [`${arrow.source}\n${arrow.port}\n${arrow.target}`, arrow.kind]));
  return {
    node: (id) => {
      const kind = marks.get(id);
      return kind ? { tone: kind, badge: badges[kind], words: word(kind) } : undefined;
    },
    edge: ({ from, port, to }) => {
      const kind = arrows.get(`${from}\n${port}\n${to}`);
      return kind ? { tone: kind, words: word(kind), label: badges[kind] } : undefined;
    },
    focus: difference.nodes.find((node) => node.id !== '')?.id,
  };
};

const Legend = () => {
  const { t } = useTranslation();
  return (['added', 'removed', 'changed'] as const).map((kind) => (
    <span key={kind}>
      <i className={`flow-sign flow-sign-${kind}`}>{badges[kind]}</i>
      {t(`definitions:difference.${kind}`)}
    </span>
  ));
};
