import { Button, Drawer, Segmented, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { BackLink } from '@/ui/back-link';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { LevelTag } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import { useUrlFilter } from '@/ui/use-url-filter';
import { blankChecklist, ChecklistEditor } from './checklist-editor';
import { useChecklists, useRules, type Checklist, type QualityRule } from './survey';

const filters = ['view', 'kind'] as const;
const kinds = ['completeness', 'uniqueness', 'validity', 'consistency', 'timeliness', 'accuracy'] as const;

/** The rule base of data quality, and the checklists that are made of it. */
export const RulesPage = () => {
  const { t } = useTranslation();
  const filter = useUrlFilter(filters);
  const view = filter.get('view') || 'rules';
  return (
    <Page title={t('survey:rules')} subtitle={t('survey:rulesHint')} back={<BackLink fallback="/survey" text={t('survey:title')} />}>
      <Segmented
        className="gap-below"
        value={view}
        options={['rules', 'checklists'].map((value) => ({ value, label: t(`survey:view.${value}`) }))}
        onChange={(value) => filter.set({ view: value === 'rules' ? null : value })}
      />
      {view === 'checklists' ? <Checklists /> : <Rules kind={filter.get('kind')} onKind={(kind) => filter.set({ kind })} />}
    </Page>
  );
};

const Rules = ({ kind, onKind }: { kind: string; onKind: (kind: string | undefined) => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const rules = useRules();
  const [shown, setShown] = useState<QualityRule>();
  const open = (rule: QualityRule) => (
    <Button type="link" className="cell-link" onClick={() => setShown(rule)}>
      {rule.name}
    </Button>
  );
  return (
    <>
      <div className="filters" role="search">
        <Select aria-label={t('survey:kind')} allowClear placeholder={t('survey:kind')} value={kind || null} options={kinds.map((value) => ({ value, label: t(`survey:kinds.${value}`) }))} onChange={onKind} />
      </div>
      <Loaded of={rules}>
        {(all) => (
          <Records
            label={t('survey:rules')}
            rows={all.filter((rule) => !kind || rule.kind === kind)}
            rowKey={(rule) => rule.code}
            onOpen={setShown}
            width={760}
            empty={<EmptyView text={t('survey:noRules')} />}
            columns={[
              { title: t('survey:code'), dataIndex: 'code', width: 110, render: (value: string) => <span className="mono">{value}</span> },
              { title: t('survey:rule'), key: 'name', render: (_, rule) => open(rule) },
              { title: t('survey:kind'), key: 'kind', width: 120, render: (_, rule) => t(`survey:kinds.${rule.kind}`) },
              { title: t('survey:specialty'), key: 'specialty', width: 130, render: (_, rule) => code('specialty', rule.specialty) },
              { title: t('survey:level'), key: 'level', width: 100, render: (_, rule) => <LevelTag level={rule.level} /> },
            ]}
            card={(rule) => (
              <>
                <div className="card-line">
                  {open(rule)}
                  <LevelTag level={rule.level} />
                </div>
                <div className="muted">{`${rule.code} · ${t(`survey:kinds.${rule.kind}`)} · ${code('specialty', rule.specialty)}`}</div>
              </>
            )}
          />
        )}
      </Loaded>
      {shown && (
        <Drawer open size={640} title={`${shown.code} ${shown.name}`} onClose={() => setShown(undefined)}>
          <pre className="sql">{shown.ruleSql}</pre>
        </Drawer>
      )}
    </>
  );
};

const Checklists = () => {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const lists = useChecklists();
  const [editing, setEditing] = useState<Checklist>();
  const name = (list: Checklist) => (i18n.language === 'en' ? list.nameEn : list.nameZh);
  const open = (list: Checklist) => (
    <Button type="link" className="cell-link" onClick={() => setEditing(list)}>
      {name(list)}
    </Button>
  );
  const state = (list: Checklist) => (
    <Tag variant="filled" {...(list.enabled ? { color: 'green' } : {})}>
      {t(list.enabled ? 'survey:on' : 'survey:off')}
    </Tag>
  );
  return (
    <Loaded of={lists}>
      {(rows) => (
        <>
          {may('survey.manage') && (
            <Button className="gap-below" type="primary" onClick={() => setEditing(blankChecklist)}>
              {t('survey:newChecklist')}
            </Button>
          )}
          <Records
            label={t('survey:view.checklists')}
            rows={rows}
            rowKey={(row) => row.code}
            onOpen={setEditing}
            width={640}
            empty={<EmptyView text={t('survey:noRules')} />}
            columns={[
              { title: t('survey:topic'), key: 'name', render: (_, row) => open(row) },
              { title: t('survey:code'), dataIndex: 'code', width: 170, render: (value: string) => <span className="mono">{value}</span> },
              { title: t('survey:rule'), key: 'rules', width: 110, align: 'right', render: (_, row) => row.rules.length },
              { title: t('survey:questions'), key: 'questions', width: 110, align: 'right', render: (_, row) => row.questions.length },
              { title: t('common:state'), key: 'state', width: 110, render: (_, row) => state(row) },
            ]}
            card={(row) => (
              <div className="card-line">
                {open(row)}
                {state(row)}
              </div>
            )}
          />
          {editing && <ChecklistEditor checklist={editing} taken={rows.map((row) => row.code)} onClose={() => setEditing(undefined)} />}
        </>
      )}
    </Loaded>
  );
};
