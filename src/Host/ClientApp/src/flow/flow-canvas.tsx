import { MinusOutlined, PlusOutlined, ExpandOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCode } from '@/ui/use-text';
import { useActivityName } from './activity-name';
import type { Flowchart } from './flow-definition';
import { layoutFlow, type Box, type Edge, type Layout } from './flow-layout';

/** How one node is shown: a tone (class "flow-{tone}"), the same in words for those who do not see it, and what stands in its corner and below it. */
export type NodePaint = { tone: string; words?: string; badge?: string; lines?: string[]; reason?: string };

export type EdgePaint = { tone: string; words?: string; label?: string };

export type FlowPaint = { node: (id: string) => NodePaint | undefined; edge: (edge: Edge) => EdgePaint | undefined; focus?: string | undefined };

type Props = { root: Flowchart; label: string; paint: FlowPaint; legend?: ReactNode; chosen?: string | undefined; onChoose?: (id: string) => void };

const readableScale = 0.62;
const steps = 1.25;
const lineHeight = 18;

/** A definition drawn read only, in our own light SVG. What its nodes and arrows say is the caller's paint; the drawing knows only places. */
export const FlowCanvas = ({ root, label, paint, legend, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  const layout = useMemo(() => layoutFlow(root), [root]);
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => setScale(Math.max(readableScale, fitScale(frame.current, layout))), [layout]);
  useEffect(() => scrollTo(frame.current, layout, paint.focus, scale), [layout, paint.focus, scale]);
  const below = Math.max(0, ...layout.boxes.map((box) => paint.node(box.id)?.lines?.length ?? 0)) * lineHeight;
  return (
    <div className="flow">
      <div className="flow-tools">
        <span className="flow-legend">{legend}</span>
        <Button size="small" icon={<MinusOutlined />} aria-label={t('common:flow.zoomOut')} onClick={() => setScale(scale / steps)} />
        <Button size="small" icon={<PlusOutlined />} aria-label={t('common:flow.zoomIn')} onClick={() => setScale(scale * steps)} />
        <Button size="small" icon={<ExpandOutlined />} aria-label={t('common:flow.fit')} onClick={() => setScale(fitScale(frame.current, layout))} />
      </div>
      <div className="flow-frame" ref={frame} tabIndex={0} role="region" aria-label={label}>
        <svg
          viewBox={`${layout.x} ${layout.y} ${layout.width} ${layout.height + below}`}
          width={layout.width * scale}
          height={(layout.height + below) * scale}
          role={onChoose ? 'group' : 'list'}
          aria-label={label}
        >
          <Arrowheads />
          {layout.edges.map((edge) => (
            <FlowEdge key={edge.id} edge={edge} paint={paint.edge(edge)} />
          ))}
          {layout.boxes.map((box) => (
            <FlowNode key={box.id} box={box} paint={paint.node(box.id)} chosen={box.id === chosen} {...(onChoose ? { onChoose } : {})} />
          ))}
        </svg>
      </div>
      <FlowText layout={layout} paint={paint} />
    </div>
  );
};

const fitScale = (frame: HTMLDivElement | null, layout: Layout): number =>
  frame && frame.clientWidth > 0 ? Math.min(1.2, (frame.clientWidth - 2) / layout.width) : 1;

/** Moves the picture inside its frame, never the page around it. */
const scrollTo = (frame: HTMLDivElement | null, layout: Layout, focus: string | undefined, scale: number): void => {
  const box = layout.boxes.find((one) => one.id === focus);
  if (frame && box) {
    frame.scrollLeft = (box.x - layout.x + box.width / 2) * scale - frame.clientWidth / 2;
  }
};

const arrowTones = ['plain', 'walked', 'added', 'removed'];

const Arrowheads = () => (
  <defs>
    {arrowTones.map((tone) => (
      <marker key={tone} id={`arrow-${tone}`} viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="13" markerHeight="13" orient="auto-start-reverse">
        <path d="M0 0 8 4 0 8z" className={`flow-arrow-${tone}`} />
      </marker>
    ))}
  </defs>
);

/** From the words above a line to those under it: beside each other they would run under the nodes. */
const underLine = 22;

const FlowEdge = ({ edge, paint }: { edge: Edge; paint: EdgePaint | undefined }) => {
  const code = useCode();
  const tone = paint?.tone ?? 'plain';
  const texts = [edge.label && code('outcome', edge.label), paint?.label].filter(Boolean);
  return (
    <g role="presentation">
      <polyline
        points={edge.points.map((point) => `${point.x},${point.y}`).join(' ')}
        className={`flow-edge flow-edge-${tone}`}
        markerEnd={`url(#arrow-${arrowTones.includes(tone) ? tone : 'plain'})`}
      />
      {texts.map((text, index) => (
        <text key={index} x={edge.labelAt.x} y={edge.labelAt.y + index * underLine} className={`flow-port flow-port-${tone}`}>
          {text}
        </text>
      ))}
    </g>
  );
};

type NodeProps = { box: Box; paint: NodePaint | undefined; chosen: boolean; onChoose?: (id: string) => void };

const FlowNode = ({ box, paint, chosen, onChoose }: NodeProps) => {
  const name = useActivityName()(box.activity);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose?.(box.id);
    }
  };
  const acts = onChoose ? { role: 'button', 'aria-pressed': chosen, onClick: () => onChoose(box.id), onKeyDown: onKey } : { role: 'listitem' };
  return (
    <g
      {...acts}
      tabIndex={0}
      aria-label={[name, paint?.words, ...(paint?.lines ?? []), paint?.reason].filter(Boolean).join(', ')}
      className={`flow-node flow-${paint?.tone ?? 'plain'}${onChoose ? ' flow-choice' : ''}${chosen ? ' flow-chosen' : ''}`}
    >
      <title>{paint?.reason || name}</title>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={8} />
      <text x={box.x + box.width / 2} y={box.y + box.height / 2}>
        {shorten(name, box.width)}
      </text>
      {paint?.badge && (
        <g className="flow-badge">
          <circle cx={box.x} cy={box.y} r={12} />
          <text x={box.x} y={box.y}>{paint.badge}</text>
        </g>
      )}
      {paint?.lines?.map((line, index) => (
        <text key={line} className="flow-line" x={box.x + box.width / 2} y={box.y + box.height + lineHeight * (index + 0.75)}>
          {line}
        </text>
      ))}
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

/** The same picture in words. */
const FlowText = ({ layout, paint }: { layout: Layout; paint: FlowPaint }) => {
  const { t } = useTranslation();
  const nameOf = useActivityName();
  const code = useCode();
  const names = new Map(layout.boxes.map((box) => [box.id, nameOf(box.activity)]));
  const arrow = (edge: Edge): string => {
    const said = paint.edge(edge);
    const note = [said?.words, said?.label].filter(Boolean).join(', ');
    return ` → ${edge.label ? `${code('outcome', edge.label)}: ` : ''}${names.get(edge.to) ?? ''}${note ? ` (${note})` : ''}`;
  };
  return (
    <details className="flow-text">
      <summary>{t('common:flow.inWords')}</summary>
      <ol>
        {layout.boxes.map((box) => {
          const said = paint.node(box.id);
          const note = [said?.words, ...(said?.lines ?? [])].filter(Boolean).join(', ');
          return (
            <li key={box.id}>
              {names.get(box.id)}
              {note && <strong> ({note})</strong>}
              {layout.edges.filter((edge) => edge.from === box.id).map(arrow).join(';')}
            </li>
          );
        })}
      </ol>
    </details>
  );
};
