import { Tree } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';
import { EmptyView, Loaded } from '@/ui/state-views';
import type { Theme } from './theme';
import { useThemeName } from './themes-page';

export type TreeNode = { code: string; parentCode: string | null; level: number; nameZh: string; nameEn: string; themes: string[]; sort: number; rowVersion?: number };
type Entry = { key: string; title: React.ReactNode; children: Entry[]; selectable?: boolean };

export const useThemeTree = () => useQuery({ queryKey: ['theme-tree'], queryFn: () => http.get<TreeNode[]>('/api/theme-tree') });

/** The name of a branch in the reader's language; a branch that nobody has translated shows its Chinese name. */
export const useNodeName = (): ((node: TreeNode) => string) => {
  const { i18n } = useTranslation();
  return (node) => (i18n.language === 'en' ? node.nameEn || node.nameZh : node.nameZh);
};

/** Business classes, items and sub-items, and the themes that watch each. Branches that no theme watches are shown too: they are what is missing. */
export const ThemeTree = ({ themes }: { themes: Theme[] }) => {
  const { t } = useTranslation();
  const nodes = useThemeTree();
  return (
    <div className="panel">
      <Loaded of={nodes}>{(data) => <TreeView nodes={data} themes={themes} />}</Loaded>
      <p className="muted gap-above">{t('themelife:treeHint')}</p>
    </div>
  );
};

/** A branch with all above it, the uppermost first. Pure. */
export const pathOf = (nodes: TreeNode[], node: TreeNode): TreeNode[] => {
  const above = nodes.find((one) => one.code === node.parentCode);
  return above ? [...pathOf(nodes, above), node] : [node];
};

/** Where in the tree a theme hangs. */
export const ThemePlace = ({ code }: { code: string }) => {
  const { t } = useTranslation();
  const name = useNodeName();
  const { data = [] } = useThemeTree();
  const places = data.filter((node) => node.themes.includes(code));
  if (places.length === 0) {
    return <span className="muted">{t('themelife:noPlace')}</span>;
  }
  return places.map((node) => (
    <div key={node.code}>
      <Link to={`/theme-tree?node=${node.code}`}>{pathOf(data, node).map(name).join(' / ')}</Link>
    </div>
  ));
};

/** Every branch that matches, with all above and below it. Pure. */
export const matching = (nodes: TreeNode[], search: string, told: (node: TreeNode) => string): Set<string> => {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const kept = new Set<string>();
  const above = (node: TreeNode | undefined): void => {
    if (node && !kept.has(node.code)) {
      kept.add(node.code);
      above(node.parentCode ? byCode.get(node.parentCode) : undefined);
    }
  };
  const below = (node: TreeNode): void => nodes.filter((one) => one.parentCode === node.code).forEach((one) => (kept.add(one.code), below(one)));
  nodes.filter((node) => told(node).toLowerCase().includes(search.trim().toLowerCase())).forEach((node) => (above(node), below(node)));
  return kept;
};

type ViewProps = { nodes: TreeNode[]; themes: Theme[]; search?: string; selected?: string; onSelect?: (code: string) => void };

export const TreeView = ({ nodes, themes, search = '', selected, onSelect }: ViewProps) => {
  const { t } = useTranslation();
  const name = useThemeName();
  const nodeName = useNodeName();
  const { data, open } = useMemo(() => {
    const byCode = new Map(themes.map((theme) => [theme.code, theme]));
    const themeText = (code: string) => `${code} ${byCode.has(code) ? name(byCode.get(code) as Theme) : ''}`;
    const told = (node: TreeNode) => [node.code, node.nameZh, node.nameEn, ...node.themes.map(themeText)].join(' ');
    const kept = search ? matching(nodes, search, told) : new Set(nodes.map((node) => node.code));
    const shown = nodes.filter((node) => kept.has(node.code));
    const leaves = (node: TreeNode): Entry[] =>
      node.themes.map((code) => ({
        key: `${node.code}/${code}`,
        selectable: false,
        title: byCode.has(code) ? <Link to={`/themes/${code}`}>{themeText(code)}</Link> : <span className="muted">{code}</span>,
        children: [],
      }));
    const watched = (node: TreeNode): number => node.themes.length + nodes.filter((one) => one.parentCode === node.code).reduce((sum, one) => sum + watched(one), 0);
    const entry = (node: TreeNode): Entry => ({
      key: node.code,
      title: (
        <>
          <span className="mono">{node.code}</span> {nodeName(node)} <span className="muted small">{watched(node) || ''}</span>
        </>
      ),
      children: [...shown.filter((one) => one.parentCode === node.code).map(entry), ...leaves(node)],
    });
    return { data: shown.filter((node) => node.level === 1).map(entry), open: search ? shown.map((node) => node.code) : nodes.filter((node) => node.code === selected).flatMap((node) => pathOf(nodes, node)).map((node) => node.code) };
  }, [nodes, themes, name, nodeName, search, selected]);
  return data.length === 0 ? (
    <EmptyView text={t('themelife:tree.none')} />
  ) : (
    <Tree
      key={search}
      treeData={data}
      defaultExpandedKeys={open}
      showLine
      selectable={onSelect !== undefined}
      selectedKeys={selected ? [selected] : []}
      onSelect={([code]) => onSelect?.(String(code ?? ''))}
    />
  );
};
