import { MinusOutlined, PlusOutlined, ExpandOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCode } from '@/ui/use-text';
import type { FlowActivity, Flowchart, FlowPosition } from './flow-definition';
import { layoutFlow, type Box, type Edge, type Layout } from './flow-layout';

type Props = { root: Flowchart; position?: FlowPosition; label: string };
type Mark = 'current' | 'visited' | 'incident' | 'plain';

const readableScale = 0.62;
const steps = 1.25;

/** A definition drawn read only, in our own light SVG: where a case is, where it was, where it got stuck. Never loads the designer. */
export const FlowViewer = ({ root, position, label }: Props) => {
  const { t } = useTranslation();
  const layout = useMemo(() => layoutFlow(root), [root]);
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const fit = () => setScale(fitScale(frame.current, layout));
  useEffect(() => {
    setScale(Math.max(readableScale, fitScale(frame.current, layout)));
  }, [layout]);
  useEffect(() => {
    scrollToCurrent(frame.current, layout, position, scale);
  }, [layout, position, scale]);
  const mark = (id: string): Mark => markOf(id, position);
  return (
    <div className="flow">
      <div className="flow-tools">
        <FlowLegend shown={position !== undefined} />
        <Button size="small" icon={<MinusOutlined />} aria-label={t('common:flow.zoomOut')} onClick={() => setScale(scale / steps)} />
        <Button size="small" icon={<PlusOutlined />} aria-label={t('common:flow.zoomIn')} onClick={() => setScale(scale * steps)} />
        <Button size="small" icon={<ExpandOutlined />} aria-label={t('common:flow.fit')} onClick={fit} />
      </div>
      <div className="flow-frame" ref={frame} tabIndex={0} role="region" aria-label={label}>
        <svg
          viewBox={`${layout.x} ${layout.y} ${layout.width} ${layout.height}`}
          width={layout.width * scale}
          height={layout.height * scale}
          role="list"
          aria-label={label}
        >
          <Arrowheads />
          {layout.edges.map((edge) => (
            <FlowEdge key={edge.id} edge={edge} walked={mark(edge.from) !== 'plain' && mark(edge.to) !== 'plain'} />
          ))}
          {layout.boxes.map((box) => (
            <FlowNode key={box.id} box={box} mark={mark(box.id)} reason={reasonOf(box.id, position)} />
          ))}
        </svg>
      </div>
      <FlowText layout={layout} mark={mark} />
    </div>
  );
};

const fitScale = (frame: HTMLDivElement | null, layout: Layout): number =>
  frame && frame.clientWidth > 0 ? Math.min(1.2, (frame.clientWidth - 2) / layout.width) : 1;

/** Moves the picture inside its frame, never the page around it. */
const scrollToCurrent = (frame: HTMLDivElement | null, layout: Layout, position: FlowPosition | undefined, scale: number): void => {
  const box = layout.boxes.find((one) => position?.current.includes(one.id));
  if (frame && box) {
    frame.scrollLeft = (box.x - layout.x + box.width / 2) * scale - frame.clientWidth / 2;
  }
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

const reasonOf = (id: string, position?: FlowPosition): string => position?.incidents.find((incident) => incident.activityId === id)?.reason ?? '';

const useActivityName = (): ((activity: FlowActivity) => string) => {
  const { t, i18n } = useTranslation();
  return (activity) => {
    const own = activity.metadata?.displayText || activity.name || activity.type;
    const known = t(`codes:activity.${activity.type.replaceAll('.', '-')}`, { defaultValue: '' });
    return i18n.language === 'en' ? known || own : activity.metadata?.displayText || known || own;
  };
};

const Arrowheads = () => (
  <defs>
    {['plain', 'walked'].map((kind) => (
      <marker key={kind} id={`arrow-${kind}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse">
        <path d="M0 0 8 4 0 8z" className={`flow-arrow-${kind}`} />
      </marker>
    ))}
  </defs>
);

const FlowEdge = ({ edge, walked }: { edge: Edge; walked: boolean }) => {
  const code = useCode();
  return (
    <g role="presentation">
      <polyline
        points={edge.points.map((point) => `${point.x},${point.y}`).join(' ')}
        className={walked ? 'flow-edge flow-edge-walked' : 'flow-edge'}
        markerEnd={`url(#arrow-${walked ? 'walked' : 'plain'})`}
      />
      {edge.label && (
        <text x={edge.labelAt.x} y={edge.labelAt.y} className="flow-port">
          {code('outcome', edge.label)}
        </text>
      )}
    </g>
  );
};

const FlowNode = ({ box, mark, reason }: { box: Box; mark: Mark; reason: string }) => {
  const { t } = useTranslation();
  const name = useActivityName()(box.activity);
  const state = mark === 'plain' ? '' : t(`common:flow.${mark}`);
  return (
    <g role="listitem" tabIndex={0} aria-label={[name, state, reason].filter(Boolean).join(', ')} className={`flow-node flow-${mark}`}>
      <title>{reason || name}</title>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={8} />
      <text x={box.x + box.width / 2} y={box.y + box.height / 2}>
        {shorten(name, box.width)}
      </text>
    </g>
  );
};

/** Chinese characters take one em of 17 px, Latin letters about half of it. */
const shorten = (name: string, width: number): string => {
  let room = width - 20;
  for (let index = 0; index < name.length; index++) {
    room -= name.charCodeAt(index) > 0x2e80 ? 17 : 9.2;
    if (room < 0) {
      return `${name.slice(0, Math.max(1, index - 1))}…`;
    }
  }
  return name;
};

const FlowLegend = ({ shown }: { shown: boolean }) => {
  const { t } = useTranslation();
  if (!shown) {
    return <span className="flow-legend" />;
  }
  return (
    <span className="flow-legend">
      {(['visited', 'current', 'incident'] as const).map((mark) => (
        <span key={mark}>
          <i className={`flow-dot flow-dot-${mark}`} />
          {t(`common:flow.${mark}`)}
        </span>
      ))}
    </span>
  );
};

/** The same picture in words. */
const FlowText = ({ layout, mark }: { layout: Layout; mark: (id: string) => Mark }) => {
  const { t } = useTranslation();
  const nameOf = useActivityName();
  const code = useCode();
  const names = new Map(layout.boxes.map((box) => [box.id, nameOf(box.activity)]));
  return (
    <details className="flow-text">
      <summary>{t('common:flow.inWords')}</summary>
      <ol>
        {layout.boxes.map((box) => (
          <li key={box.id}>
            {names.get(box.id)}
            {mark(box.id) !== 'plain' && <strong> ({t(`common:flow.${mark(box.id)}`)})</strong>}
            {layout.edges
              .filter((edge) => edge.from === box.id)
              .map((edge) => ` → ${edge.label ? `${code('outcome', edge.label)}: ` : ''}${names.get(edge.to) ?? ''}`)
              .join(';')}
          </li>
        ))}
      </ol>
    </details>
  );
};
