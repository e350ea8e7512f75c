import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useAnalysis } from '@/api/analysis';
import { http } from '@/api/http';
import { isProblem } from '@/api/problem';
import { useMay } from '@/api/session';
import { AnalysisBar } from '@/ui/analysis-bar';
import { BackLink } from '@/ui/back-link';
import { Page } from '@/ui/page';
import { SourceSelect } from '@/ui/source-select';
import { Loaded, useErrorText } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { ParameterTable } from './parameter-table';
import { refusalOf, refusalOfRun, RuleRefusal, type Refusal } from './rule-refusal';
import { SqlEditor, SqlView } from './sql-editor';
import { useThemeDraft } from './theme-draft';
import { ThemeDraftNotes } from './theme-draft-notes';
import { isOpen, useThemeStep, useThemeVersion, type Changes, type Parameter, type ThemeContent, type ThemeVersion, type Trial } from './theme-life';
import { ThemeSteps } from './theme-steps';
import { ThemeWords } from './theme-words';
import { TrialView } from './trial-view';

export const ThemeEditorPage = () => {
  const { code = '', number = '' } = useParams();
  const version = useThemeVersion(code, number);
  return <Loaded of={version}>{(data) => <Editor key={`${code}/${number}`} version={data} content={data.content as ThemeContent} />}</Loaded>;
};

/**
 * One version: read by everybody, written while it is open by who may. Testing saves first, so that what was tested is what is stored. Whoever saved over these
 * words meanwhile is told of; nothing that was typed is lost by it.
 */
const Editor = ({ version, content }: { version: ThemeVersion; content: ThemeContent }) => {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const errorText = useErrorText();
  const draft = useThemeDraft(version);
  const [source, setSource] = useState<string>();
  const path = `/api/themes/${version.code}/versions/${version.number}`;
  const client = useQueryClient();
  const reread = () => ['theme-life', 'themes'].forEach((key) => void client.invalidateQueries({ queryKey: [key] }));
  const store = async () => {
    const sent = draft.changes;
    await http.put<unknown>(path, { rowVersion: version.rowVersion, changes: sent });
    const stored = await http.get<ThemeVersion>(path);
    client.setQueryData(['theme-life', version.code, String(version.number)], stored);
    draft.settle(sent, stored);
  };
  const save = useThemeStep(store);
  const test = useAnalysis<Trial>({
    kind: 'trial',
    subject: `theme/${version.code}/${version.number}`,
    start: async () => {
      if (draft.dirty) {
        await store();
      }
      return http.post<{ id: number }>(`${path}/test`, source ? { source } : {});
    },
    onEnd: () => reread(),
  });
  const discard = useThemeStep(() => http.delete<void>(path));
  const readOnly = !isOpen(version) || !may('theme.edit');
  const changes = readOnly ? {} : draft.changes;
  const dirty = !readOnly && draft.dirty;
  // While a save of one's own is on its way, the newer content is one's own.
  const overtaken = dirty && draft.overtaken && !save.isPending && !test.begin.isPending;
  const [refused, setRefused] = useState<Refusal>();
  const change = (part: Changes) => {
    setRefused(undefined);
    draft.change(part);
  };
  const fail = (error: unknown) => {
    setRefused(refusalOf(error));
    void message.error(errorText(error), 6);
    if (isProblem(error, 'stale')) {
      reread();
    }
  };
  const sql = changes.ruleSql ?? content.rule.join('\n');
  const wrong = refused ?? (dirty ? undefined : refusalOfRun(test.run?.problem));
  const confirmDiscard = () =>
    void modal.confirm({
      title: t('themelife:discardTitle'),
      okText: t('themelife:discard'),
      cancelText: t('common:cancel'),
      onOk: () =>
        discard.mutateAsync(undefined).then(() => {
          draft.giveUp();
          return navigate(`/themes/${version.code}`);
        }, fail),
    });
  return (
    <Page
      title={`${version.code} ${i18n.language === 'en' ? content.nameEn : content.nameZh} · v${version.number}`}
      back={<BackLink fallback={`/themes/${version.code}`} text={t('themelife:backToTheme')} />}
      tags={<StateTag list="themeState" state={version.state} />}
      subtitle={version.changeReason}
      actions={
        <>
          <Link to={`/themes/${version.code}/quality?version=${version.number}`}>{t('precision:evidence.title')}</Link>
          {!readOnly && <Button onClick={confirmDiscard}>{t('themelife:discard')}</Button>}
          {!readOnly && (
            <Button disabled={!dirty || overtaken} loading={save.isPending} onClick={() => void save.mutateAsync(undefined).then(() => message.success(t('themelife:saved')), fail)}>
              {t('common:save')}
            </Button>
          )}
          {!readOnly && <SourceSelect value={source} onChange={setSource} />}
          <ThemeSteps
            version={dirty ? { ...version, state: 'draft' } : version}
            testing={test.running}
            {...(readOnly || overtaken ? {} : { onTest: () => test.begin.mutate(undefined, { onSuccess: reread, onError: fail }) })}
          />
        </>
      }
    >
      {!readOnly && <ThemeDraftNotes draft={draft} overtaken={overtaken} />}
      {!readOnly && <AnalysisBar run={test.run?.state === 'failed' && dirty ? null : test.run} onCancel={() => test.cancel.mutate()} cancelling={test.cancel.isPending} />}
      {version.test && !dirty && !test.running && <TrialView trial={version.test} />}
      <section className="panel gap-below" aria-label={t('monitoring:parameters')}>
        <h2>{t('monitoring:parameters')}</h2>
        <ParameterTable parameters={changes.parameters ?? content.parameters} readOnly={readOnly} onChange={(parameters: Parameter[]) => change({ parameters })} />
      </section>
      <section className="panel gap-below" aria-label={t('monitoring:rule')}>
        <h2>{t('monitoring:rule')}</h2>
        <p className="muted">{t('themelife:ruleHint')}</p>
        {wrong && <RuleRefusal refusal={wrong} sql={sql} />}
        {readOnly ? (
          <SqlView sql={content.rule.join('\n')} label={t('monitoring:rule')} />
        ) : (
          <SqlEditor sql={sql} label={t('monitoring:rule')} wrongAt={wrong?.position ?? null} onChange={(ruleSql) => change({ ruleSql })} />
        )}
      </section>
      <ThemeWords content={content} changes={changes} readOnly={readOnly} onChange={change} />
    </Page>
  );
};
