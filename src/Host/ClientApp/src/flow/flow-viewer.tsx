import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowCanvas, type FlowPaint } from './flow-canvas';
import type { Flowchart, FlowPosition } from './flow-definition';

type Props = { root: Flowchart; position?: FlowPosition; label: string };
type Mark = 'current' | 'visited' | 'incident' | 'plain';

/** A definition, and where a case is in it, where it was, where it got stuck. Never loads the designer. */
export const FlowViewer = ({ root, position, label }: Props) => {
  const { t } = useTranslation();
  const paint = useMemo<FlowPaint>(() => {
    const mark = (id: string): Mark => markOf(id, position);
    return {
      node: (id) => ({
        tone: mark(id),
        words: mark(id) === 'plain' ? '' : t(`common:flow.${mark(id)}`),
        reason: position?.incidents.find((incident) => incident.activityId === id)?.reason ?? '',
      }),
      edge: ({ from, to }) => ({ tone: mark(from) !== 'plain' && mark(to) !== 'plain' ? 'walked' : 'plain' }),
      focus: position?.current[0],
    };
  }, [position, t]);
  return <FlowCanvas root={root} label={label} paint={paint} legend={position && <PositionLegend />} />;
};

const markOf = (id: string, position?: FlowPosition): Mark => {
  if (position?.incidents.some((incident) => incident.activityId === id)) {
    return 'incident';
  }
  if (position?.current.includes(id)) {
    return 'current';
  }
  return position?.visited.includes(id) ? 'visited' : 'plain';
};

const PositionLegend = () => {
  const { t } = useTranslation();
  return (['visited', 'current', 'incident'] as const).map((mark) => (
    <span key={mark}>
      <i className={`flow-dot flow-dot-${mark}`} />
      {t(`common:flow.${mark}`)}
    </span>
  ));
};
