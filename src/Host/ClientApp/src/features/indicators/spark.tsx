import { yearMonth } from '@/ui/format';
import { shown } from './indicator';

const width = 156;
const height = 36;
const pad = 4;

type Props = { values: (number | null)[]; months: string[]; decimals: number; label: string; limit: number | null };

/** Thirteen months as a line, broken where there is no value, a month alone between two gaps a point; the last month is a dot, the alarm limit a dashed line where it lies in view. */
export const Spark = ({ values, months, decimals, label, limit }: Props) => {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) {
    return <div className="spark spark-empty" />;
  }
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const range = high - low || 1;
  const x = (index: number) => pad + (index * (width - 2 * pad)) / Math.max(1, values.length - 1);
  const y = (value: number) => height - pad - ((value - low) / range) * (height - 2 * pad);
  const path = values.map((value, index) => (value === null ? '' : `${(values[index - 1] ?? null) === null ? 'M' : 'L'}${x(index).toFixed(1)},${y(value).toFixed(1)}`)).join('');
  const lastAt = values.findLastIndex((value) => value !== null);
  const last = values[lastAt] ?? 0;
  const told = values.map((value, index) => (value === null ? null : `${yearMonth(months[index])} ${shown(value, decimals)}`)).filter(Boolean);
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label}: ${told.join(', ')}`}>
      <title>{told.join('\n')}</title>
      {limit !== null && limit >= low && limit <= high && <line x1={pad} x2={width - pad} y1={y(limit)} y2={y(limit)} className="spark-limit" />}
      <path d={path} className="spark-line" />
      {values.map((value, index) =>
        value !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null ? <circle key={months[index]} cx={x(index)} cy={y(value)} r={1.4} className="spark-alone" /> : null,
      )}
      <circle cx={x(lastAt)} cy={y(last)} r={2.6} className="spark-last" />
    </svg>
  );
};
