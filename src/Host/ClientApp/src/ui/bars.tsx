import { amount } from './format';

/** A month without a value is a gap, which is something else than nothing used. */
export type Bar = { label: string; value: number | null; marked?: boolean };

const width = 640;
const height = 180;
const pad = { left: 8, right: 8, top: 20, bottom: 26 };

/** A light bar chart: thirteen months need no chart library. The figures are also readable as text. */
export const Bars = ({ bars, label, unit, gap }: { bars: Bar[]; label: string; unit: string; gap: string }) => {
  const max = Math.max(1, ...bars.map((bar) => bar.value ?? 0));
  const step = (width - pad.left - pad.right) / Math.max(1, bars.length);
  const scale = (height - pad.top - pad.bottom) / max;
  return (
    <figure className="bars">
      <figcaption className="muted">
        {label} ({unit})
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label}: ${bars.map((bar) => `${bar.label} ${bar.value === null ? gap : amount(bar.value)}`).join(', ')}`}>
        <line x1={pad.left} x2={width - pad.right} y1={height - pad.bottom} y2={height - pad.bottom} className="bars-axis" />
        {bars.map((bar, index) => {
          const tall = bar.value === null ? 0 : Math.max(bar.value * scale, bar.value > 0 ? 1 : 0);
          const x = pad.left + index * step;
          return (
            <g key={bar.label}>
              {bar.value === null ? (
                <rect x={x + step * 0.18} width={step * 0.64} y={pad.top} height={height - pad.top - pad.bottom} rx={2} className="bar-gap">
                  <title>{`${bar.label}: ${gap}`}</title>
                </rect>
              ) : (
                <rect x={x + step * 0.18} width={step * 0.64} y={height - pad.bottom - tall} height={tall} rx={2} className={bar.marked ? 'bar bar-marked' : 'bar'}>
                  <title>{`${bar.label}: ${amount(bar.value)} ${unit}`}</title>
                </rect>
              )}
              <text x={x + step / 2} y={height - 8} className="bars-label">
                {bar.label}
              </text>
              <text x={x + step / 2} y={height - pad.bottom - tall - 5} className="bars-value">
                {bar.value === null ? '—' : short(bar.value)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
};

const short = (value: number): string => (Math.abs(value) >= 10_000 ? `${(value / 1000).toFixed(0)}k` : value.toFixed(0));
