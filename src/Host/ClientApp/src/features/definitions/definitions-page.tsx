import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { FlowViewer } from '@/flow/flow-viewer';
import { dateTime } from '@/ui/format';
import { Page } from '@/ui/page';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useUrlFilter } from '@/ui/use-url-filter';
import { useDefinition, useDefinitions, type DefinitionRow } from './definition';
import { deskPath } from './version';
import { VersionHistory } from './version-history';

const filters = ['definition'] as const;
const desks = [['difference', 'definition.read'], ['heat', 'definition.read'], ['migration', 'definition.edit'], ['replay', 'definition.read']] as const;

/** The lifecycles that cases run on, drawn read only; changing one is the designer's work. */
export const DefinitionsPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const filter = useUrlFilter(filters);
  const definitions = useDefinitions();
  return (
    <Page
      title={t('definitions:title')}
      subtitle={t('definitions:subtitle')}
      actions={may('definition.edit') ? <Button href="/studio/">{t('definitions:openDesigner')}</Button> : undefined}
    >
      <Loaded of={definitions}>
        {(rows) =>
          rows.length === 0 ? (
            <div className="panel">
              <EmptyView text={t('definitions:empty')} />
            </div>
          ) : (
            <>
              <DefinitionChoice rows={rows} chosen={filter.get('definition') || (rows[0]?.definitionId ?? '')} onChoose={(definition) => filter.set({ definition })} />
              <DeskLinks definitionId={filter.get('definition') || (rows[0]?.definitionId ?? '')} />
              <DefinitionPicture definitionId={filter.get('definition') || (rows[0]?.definitionId ?? '')} />
              <VersionHistory definitionId={filter.get('definition') || (rows[0]?.definitionId ?? '')} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

/** The desks of the chosen lifecycle. */
const DeskLinks = ({ definitionId }: { definitionId: string }) => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <nav className="desk-links" aria-label={t('definitions:desks')}>
      {desks.filter(([, permission]) => may(permission)).map(([desk]) => (
        <Link key={desk} to={deskPath(definitionId, desk)}>
          <Button>{t(`definitions:desk.${desk}`)}</Button>
        </Link>
      ))}
    </nav>
  );
};

type ChoiceProps = { rows: DefinitionRow[]; chosen: string; onChoose: (definitionId: string) => void };

const DefinitionChoice = ({ rows, chosen, onChoose }: ChoiceProps) => {
  const { t } = useTranslation();
  return (
    <ul className="definition-list" aria-label={t('definitions:title')}>
      {rows.map((row) => (
        <li key={row.definitionId}>
          <button type="button" className="definition-card" aria-pressed={row.definitionId === chosen} onClick={() => onChoose(row.definitionId)}>
            <span className="card-line">
              <strong>{row.name ?? row.definitionId}</strong>
              <Tag variant="filled" color={row.isPublished ? 'green' : 'gold'}>
                {t(row.isPublished ? 'definitions:published' : 'definitions:draft')} v{row.version}
              </Tag>
            </span>
            <span className="muted small">
              <span className="mono">{row.definitionId}</span> · {dateTime(row.createdAt)}
            </span>
            {row.description && <span className="muted">{row.description}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
};

const DefinitionPicture = ({ definitionId }: { definitionId: string }) => {
  const { t } = useTranslation();
  const definition = useDefinition(definitionId);
  return (
    <Loaded of={definition}>
      {(data) => (
        <section className="panel gap-below" aria-label={data.name ?? data.definitionId}>
          <FlowViewer root={data.root} label={t('definitions:picture', { name: data.name ?? data.definitionId })} />
        </section>
      )}
    </Loaded>
  );
};
