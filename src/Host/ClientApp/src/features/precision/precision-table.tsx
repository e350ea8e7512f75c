import { Button, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Records } from '@/ui/records';
import { EmptyView } from '@/ui/state-views';
import type { UrlFilter } from '@/ui/use-url-filter';
import type { PrecisionLine } from './precision';
import { RateBar } from './rate-bar';

type Props = { by: string; lines: PrecisionLine[]; filter: UrlFilter };
type Verdict = 'confirmed' | 'unfounded' | 'open';

/** A line of the table and what a click on one of its figures means: the items behind exactly this figure. */
export const PrecisionTable = ({ by, lines, filter }: Props) => {
  const { t } = useTranslation();
  const show = (line: PrecisionLine, verdict: Verdict) =>
    filter.set({ verdict, ...(by === 'unit' ? { org: line.orgNo } : { theme: line.themeCode, version: line.version ? String(line.version) : null }) });
  const figure = (line: PrecisionLine, verdict: Verdict) =>
    line[verdict] === 0 ? (
      <span className="muted">0</span>
    ) : (
      <Button type="link" className="cell-link" aria-label={`${line.name} ${t(`precision:verdict.${verdict}`)} ${line[verdict]}`} onClick={() => show(line, verdict)}>
        {line[verdict].toLocaleString('en-US')}
      </Button>
    );
  const name = (line: PrecisionLine) =>
    line.themeCode ? (
      <Link to={`/themes/${line.themeCode}/quality`} className="strong-link">
        {line.themeCode} {line.name}
        {line.version ? ` v${line.version}` : ''}
      </Link>
    ) : (
      <strong>{line.name}</strong>
    );
  const missed = (line: PrecisionLine) => (line.missed === null ? '—' : `${line.missed}${line.suspected > 0 ? ` (+${line.suspected})` : ''}`);
  const columns: NonNullable<TableProps<PrecisionLine>['columns']> = [
    { title: t(by === 'unit' ? 'common:unit' : 'monitoring:theme'), key: 'name', render: (_, line) => name(line) },
    { title: t('precision:verdict.confirmed'), key: 'confirmed', width: 100, align: 'right', render: (_, line) => figure(line, 'confirmed') },
    { title: t('precision:verdict.unfounded'), key: 'unfounded', width: 110, align: 'right', render: (_, line) => figure(line, 'unfounded') },
    { title: t('precision:verdict.open'), key: 'open', width: 90, align: 'right', render: (_, line) => figure(line, 'open') },
    { title: t('precision:rate'), key: 'rate', width: 230, render: (_, line) => <RateBar share={line.rate} /> },
    ...(by === 'version'
      ? []
      : [
          { title: t('precision:missed'), key: 'missed', width: 110, align: 'right' as const, render: (_: unknown, line: PrecisionLine) => <span title={t('precision:suspected', { count: line.suspected })}>{missed(line)}</span> },
          { title: t('precision:recall'), key: 'recall', width: 230, render: (_: unknown, line: PrecisionLine) => <RateBar share={line.recall} /> },
        ]),
  ];
  return (
    <Records
      label={t('precision:title')}
      rows={lines}
      rowKey={(line) => line.key}
      width={by === 'version' ? 820 : 1060}
      columns={columns}
      empty={<EmptyView text={t('precision:empty')} hint={t('precision:emptyHint')} />}
      card={(line) => (
        <>
          {name(line)}
          {(['confirmed', 'unfounded', 'open'] as const).map((verdict) => (
            <div key={verdict} className="card-line">
              <span className="muted">{t(`precision:verdict.${verdict}`)}</span>
              {figure(line, verdict)}
            </div>
          ))}
          <RateBar share={line.rate} />
        </>
      )}
    />
  );
};
