import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { amount } from '@/ui/format';
import { Records } from '@/ui/records';
import type { ProgressLine } from './survey';

const share = (line: ProgressLine): string => (line.total === 0 ? '—' : `${(((line.total - line.open) / line.total) * 100).toFixed(1)} %`);

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
      rows={lines}
      rowKey={(line) => `${line.orgNo}/${line.team}`}
      width={900}
      empty={empty}
      columns={[
        { title: t('common:unit'), dataIndex: 'orgName' },
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
          <div className="muted">{`${line.team} · ${t('survey:found')} ${line.found} · ${t('survey:checked')} ${line.checked} · ${t('survey:corrected')} ${line.corrected} · ${t('survey:open')} ${line.open}`}</div>
        </>
      )}
    />
  );
};
