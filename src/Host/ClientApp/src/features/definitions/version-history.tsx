import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateTime } from '@/ui/format';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { deskPath, useVersions, type Version } from './version';

/** Who made which version when, how many cases run on it, and what it changed. */
export const VersionHistory = ({ definitionId }: { definitionId: string }) => {
  const { t } = useTranslation();
  const versions = useVersions(definitionId);
  return (
    <>
      <h2>{t('definitions:versions')}</h2>
      <Loaded of={versions} rows={3}>
        {({ versions: rows }) => (
          <Records
            label={t('definitions:versions')}
            rows={rows}
            rowKey={(row) => row.version}
            width={720}
            empty={<EmptyView text={t('definitions:empty')} />}
            columns={[
              { title: t('definitions:version'), key: 'version', render: (_, row) => <VersionName row={row} /> },
              { title: t('definitions:publishedAt'), key: 'published', render: (_, row) => dateTime(row.publishedAt) },
              { title: t('definitions:createdBy'), key: 'by', render: (_, row) => row.createdBy || t('common:system') },
              { title: t('definitions:running'), key: 'running', align: 'right', render: (_, row) => row.running.toLocaleString('en-US') },
              { title: '', key: 'difference', align: 'right', render: (_, row) => <Changes definitionId={definitionId} rows={rows} row={row} /> },
            ]}
            card={(row) => (
              <>
                <div className="card-line">
                  <VersionName row={row} />
                  <Changes definitionId={definitionId} rows={rows} row={row} />
                </div>
                <div className="muted">
                  {dateTime(row.publishedAt ?? row.createdAt)} · {t('definitions:running')} {row.running}
                </div>
              </>
            )}
          />
        )}
      </Loaded>
    </>
  );
};

const VersionName = ({ row }: { row: Version }) => {
  const { t } = useTranslation();
  const state = row.isPublished ? 'inForce' : row.state;
  return (
    <span className="panel-tags">
      <strong>v{row.version}</strong>
      <Tag variant="filled" {...(row.isPublished ? { color: 'green' } : row.state === 'draft' ? { color: 'gold' } : {})}>
        {t(`definitions:state.${state}`)}
      </Tag>
    </span>
  );
};

const Changes = ({ definitionId, rows, row }: { definitionId: string; rows: Version[]; row: Version }) => {
  const { t } = useTranslation();
  const before = rows.find((one) => one.version < row.version);
  return before ? (
    <Link to={`${deskPath(definitionId, 'difference')}?from=${before.version}&to=${row.version}`}>{t('definitions:whatChanged', { version: before.version })}</Link>
  ) : null;
};
