import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { Page } from '@/ui/page';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';
import { useUrlFilter } from '@/ui/use-url-filter';
import { useThemes, type Theme } from './theme';
import { ThemeNodeDialog } from './theme-node-dialog';
import { TreeView, useNodeName, useThemeTree, type TreeNode } from './theme-tree';
import { useThemeName } from './themes-page';

const filters = ['q', 'node'] as const;

/** The three levels under which themes are filed: to find a theme, and to see what nobody watches. */
export const ThemeTreePage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const filter = useUrlFilter(filters);
  const nodes = useThemeTree();
  const themes = useThemes();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t('themelife:tree.title')}
      subtitle={t('themelife:tree.subtitle')}
      actions={may('theme.edit') ? <Button onClick={() => setAdding(true)}>{t('themelife:tree.addClass')}</Button> : undefined}
    >
      <div className="filters" role="search">
        <Input.Search aria-label={t('common:search')} allowClear placeholder={t('themelife:tree.search')} defaultValue={filter.get('q')} onSearch={(q) => filter.set({ q: q.trim() })} />
      </div>
      <Loaded of={nodes}>
        {(data) => (
          <>
            <p className="muted gap-below">{t('themelife:tree.counts', counts(data))}</p>
            <div className="tree-columns">
              <div className="panel">
                <TreeView nodes={data} themes={themes.data ?? []} search={filter.get('q')} selected={filter.get('node')} onSelect={(node) => filter.set({ node })} />
              </div>
              <NodePanel nodes={data} themes={themes.data ?? []} code={filter.get('node')} onGone={() => filter.set({ node: null })} />
            </div>
            {adding && <ThemeNodeDialog nodes={data} themes={themes.data ?? []} parent={null} onClose={() => setAdding(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
};

const counts = (nodes: TreeNode[]) => ({
  classes: nodes.filter((node) => node.level === 1).length,
  items: nodes.filter((node) => node.level === 2).length,
  leaves: nodes.filter((node) => node.level === 3).length,
  covered: nodes.filter((node) => node.themes.length > 0).length,
});

type PanelProps = { nodes: TreeNode[]; themes: Theme[]; code: string; onGone: () => void };

/** One branch: its names, its themes, and what may be done with it. */
const NodePanel = ({ nodes, themes, code, onGone }: PanelProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const name = useNodeName();
  const themeName = useThemeName();
  const [dialog, setDialog] = useState<'edit' | 'add'>();
  const remove = useRemove(onGone);
  const node = nodes.find((one) => one.code === code);
  if (!node) {
    return (
      <aside className="panel">
        <EmptyView text={t('themelife:tree.choose')} />
      </aside>
    );
  }
  return (
    <aside className="panel" aria-label={name(node)}>
      <h2>
        <span className="mono">{node.code}</span> {name(node)}
      </h2>
      <p className="muted">{[node.nameZh, node.nameEn].filter(Boolean).join(' · ')}</p>
      {node.level === 3 && (
        <ul className="plain-list">
          {node.themes.map((theme) => {
            const known = themes.find((one) => one.code === theme);
            return (
              <li key={theme}>
                <Link to={`/themes/${theme}`}>{`${theme} ${known ? themeName(known) : ''}`}</Link>
              </li>
            );
          })}
        </ul>
      )}
      {may('theme.edit') && (
        <div className="panel-tags gap-above">
          <Button onClick={() => setDialog('edit')}>{t('themelife:tree.edit')}</Button>
          {node.level < 3 && <Button onClick={() => setDialog('add')}>{t('themelife:tree.add')}</Button>}
          {node.themes.length === 0 && !nodes.some((one) => one.parentCode === node.code) && (
            <Button danger onClick={() => remove(node)}>
              {t('themelife:tree.remove')}
            </Button>
          )}
        </div>
      )}
      {dialog && <ThemeNodeDialog nodes={nodes} themes={themes} parent={dialog === 'add' ? node : null} {...(dialog === 'edit' ? { node } : {})} onClose={() => setDialog(undefined)} />}
    </aside>
  );
};

const useRemove = (onGone: () => void) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { modal, message } = App.useApp();
  const errorText = useErrorText();
  const remove = useMutation({
    mutationFn: (code: string) => http.delete<void>(`/api/theme-tree/${code}`),
    onSuccess: () => {
      onGone();
      return client.invalidateQueries({ queryKey: ['theme-tree'] });
    },
    onError: (error) => void message.error(errorText(error)),
  });
  return (node: TreeNode) =>
    void modal.confirm({
      title: t('themelife:tree.removeTitle', { code: node.code }),
      okText: t('themelife:tree.remove'),
      cancelText: t('common:cancel'),
      onOk: () => remove.mutateAsync(node.code).catch(() => undefined),
    });
};
