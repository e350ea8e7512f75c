import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { amount } from '@/ui/format';
import { Records } from '@/ui/records';
import type { ProgressLine } from './survey';

const share = (line: ProgressLine): string => (line.total === 0 ? '—' : `${(((line.total - line.open) / line.total) * 100).toFixed(1)} %`);

/** All units together; a line is counted where it stands, so the sum is the whole. */
const sumOf = (lines: ProgressLine[], name: string): ProgressLine =>
  lines.reduce(
    (sum, line) => ({
      ...sum,
      found: sum.found + line.found,
      checked: sum.checked + line.checked,
      corrected: sum.corrected + line.corrected,
      total: sum.total + line.total,
      open: sum.open + line.open,
    }),
    { orgNo: '', orgName: name, team: '', found: 0, checked: 0, corrected: 0, total: 0, open: 0 },
  );

/** Found, checked and corrected of each unit and team in one period, and what stands at its end. */
export const ProgressTable = ({ lines, empty }: { lines: ProgressLine[]; empty: ReactNode }) => {
  const { t } = useTranslation();
  const figure = (name: 'found' | 'checked' | 'corrected' | 'total' | 'open') => ({
    title: t(`survey:${name}`),
    key: name,
    width: 110,
    align: 'right' as const,
    render: (_: unknown, line: ProgressLine) => amount(line[name]),
  });
  return (
    <Records
      label={t('survey:tab.progress')}
      rows={lines.length > 1 ? [...lines, sumOf(lines, t('survey:sum'))] : lines}
      rowKey={(line) => `${line.orgNo}/${line.team}`}
      width={900}
      empty={empty}
      columns={[
        { title: t('common:unit'), key: 'unit', render: (_, line) => (line.orgNo ? line.orgName : <strong>{line.orgName}</strong>) },
        { title: t('survey:teamName'), dataIndex: 'team', width: 160 },
        figure('found'),
        figure('checked'),
        figure('corrected'),
        figure('total'),
        figure('open'),
        { title: t('survey:share'), key: 'share', width: 110, align: 'right', render: (_, line) => share(line) },
      ]}
      card={(line) => (
        <>
          <div className="card-line">
            <strong>{line.orgName}</strong>
            <span>{share(line)}</span>
          </div>
          <div className="muted">{`${line.team ? `${line.team} · ` : ''}${t('survey:found')} ${line.found} · ${t('survey:checked')} ${line.checked} · ${t('survey:corrected')} ${line.corrected} · ${t('survey:open')} ${line.open}`}</div>
        </>
      )}
    />
  );
};
