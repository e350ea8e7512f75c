import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useAnalysis } from '@/api/analysis';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { AnalysisBar } from '@/ui/analysis-bar';
import { BackLink } from '@/ui/back-link';
import { Page } from '@/ui/page';
import { SourceSelect } from '@/ui/source-select';
import { Loaded, useErrorText } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import { ParameterTable } from './parameter-table';
import { refusalOf, refusalOfRun, RuleRefusal, type Refusal } from './rule-refusal';
import { SqlEditor, SqlView } from './sql-editor';
import { isOpen, useThemeStep, useThemeVersion, type Changes, type Parameter, type ThemeContent, type ThemeVersion, type Trial } from './theme-life';
import { ThemeSteps } from './theme-steps';
import { TrialView } from './trial-view';

const levels = ['special', '1', '2', '3', '4'];
const frequencies = ['日', '周', '月', '季'];

export const ThemeEditorPage = () => {
  const { code = '', number = '' } = useParams();
  const version = useThemeVersion(code, number);
  return <Loaded of={version}>{(data) => <Editor key={data.rowVersion} version={data} content={data.content as ThemeContent} />}</Loaded>;
};

/** One version: read by everybody, written while it is open by who may. Testing saves first, so that what was tested is what is stored. */
const Editor = ({ version, content }: { version: ThemeVersion; content: ThemeContent }) => {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const errorText = useErrorText();
  const [changes, setChanges] = useState<Changes>({});
  const [source, setSource] = useState<string>();
  const path = `/api/themes/${version.code}/versions/${version.number}`;
  const save = useThemeStep(() => http.put<{ rowVersion: number }>(path, { rowVersion: version.rowVersion, changes }));
  const client = useQueryClient();
  const reread = () => ['theme-life', 'themes'].forEach((key) => void client.invalidateQueries({ queryKey: [key] }));
  const test = useAnalysis<Trial>({
    kind: 'trial',
    subject: `theme/${version.code}/${version.number}`,
    start: async () => {
      if (Object.keys(changes).length > 0) {
        await http.put<unknown>(path, { rowVersion: version.rowVersion, changes });
      }
      return http.post<{ id: number }>(`${path}/test`, source ? { source } : {});
    },
    onEnd: () => reread(),
  });
  const discard = useThemeStep(() => http.delete<void>(path));
  const readOnly = !isOpen(version) || !may('theme.edit');
  const [refused, setRefused] = useState<Refusal>();
  const change = (part: Changes) => {
    setRefused(undefined);
    setChanges((old) => ({ ...old, ...part }));
  };
  const fail = (error: unknown) => {
    setRefused(refusalOf(error));
    void message.error(errorText(error), 6);
  };
  const dirty = Object.keys(changes).length > 0;
  const sql = changes.ruleSql ?? content.rule.join('\n');
  const wrong = refused ?? (dirty ? undefined : refusalOfRun(test.run?.problem));
  const confirmDiscard = () =>
    void modal.confirm({
      title: t('themelife:discardTitle'),
      okText: t('themelife:discard'),
      cancelText: t('common:cancel'),
      onOk: () => discard.mutateAsync(undefined).then(() => navigate(`/themes/${version.code}`), fail),
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
            <Button disabled={!dirty} loading={save.isPending} onClick={() => void save.mutateAsync(undefined).then(() => message.success(t('themelife:saved')), fail)}>
              {t('common:save')}
            </Button>
          )}
          {!readOnly && <SourceSelect value={source} onChange={setSource} />}
          <ThemeSteps
            version={dirty ? { ...version, state: 'draft' } : version}
            testing={test.running}
            {...(readOnly ? {} : { onTest: () => test.begin.mutate(undefined, { onSuccess: reread, onError: fail }) })}
          />
        </>
      }
    >
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
      <Words content={content} changes={changes} readOnly={readOnly} onChange={change} />
    </Page>
  );
};

/** One language of a list rewritten, line by line; the other language stays where it was. */
const withLines = (old: { zh: string; en: string }[], language: 'zh' | 'en', text: string): { zh: string; en: string }[] => {
  const lines = text.split('\n');
  const count = Math.max(lines.length, old.filter((line) => line[language === 'zh' ? 'en' : 'zh'] !== '').length);
  return Array.from({ length: count }, (_, index) => ({ ...(old[index] ?? { zh: '', en: '' }), [language]: lines[index] ?? '' }));
};

type WordsProps = { content: ThemeContent; changes: Changes; readOnly: boolean; onChange: (part: Changes) => void };

/** What people read about the theme. */
const Words = ({ content, changes, readOnly, onChange }: WordsProps) => {
  const { t } = useTranslation();
  const code = useCode();
  const text = (name: 'nameZh' | 'nameEn' | 'calibre' | 'calibreEn' | 'purposeZh' | 'purposeEn' | 'basis' | 'basisEn') => (
    <Form.Item label={t(`themelife:field.${name}`)} htmlFor={`theme-${name}`}>
      <Input.TextArea id={`theme-${name}`} readOnly={readOnly} autoSize value={changes[name] ?? content[name] ?? ''} onChange={(event) => onChange({ [name]: event.target.value })} />
    </Form.Item>
  );
  const lines = (name: 'causes' | 'checks') =>
    (['zh', 'en'] as const).map((language) => (
      <Form.Item key={language} label={t(`themelife:field.${name}.${language}`)} htmlFor={`theme-${name}-${language}`} extra={readOnly ? null : t('themelife:linesHint')}>
        <Input.TextArea
          id={`theme-${name}-${language}`}
          readOnly={readOnly}
          autoSize
          value={(changes[name] ?? content[name]).map((line) => line[language]).join('\n')}
          onChange={(event) => onChange({ [name]: withLines(changes[name] ?? content[name], language, event.target.value) })}
        />
      </Form.Item>
    ));
  const choice = (name: 'level' | 'frequency', values: string[]) => (
    <Form.Item label={t(`monitoring:${name}`)} htmlFor={`theme-${name}`}>
      <Select
        id={`theme-${name}`}
        disabled={readOnly}
        value={changes[name] ?? content[name]}
        options={values.map((value) => ({ value, label: code(name, value) }))}
        onChange={(value: string) => onChange({ [name]: value })}
      />
    </Form.Item>
  );
  return (
    <section className="panel" aria-label={t('themelife:words')}>
      <h2>{t('themelife:words')}</h2>
      <Form component="div" layout="vertical" className="form-fields">
        {text('nameZh')}
        {text('nameEn')}
        {choice('level', levels)}
        {choice('frequency', frequencies)}
        {text('calibre')}
        {text('calibreEn')}
        {text('purposeZh')}
        {text('purposeEn')}
        {lines('causes')}
        {lines('checks')}
        {text('basis')}
        {text('basisEn')}
      </Form>
    </section>
  );
};
