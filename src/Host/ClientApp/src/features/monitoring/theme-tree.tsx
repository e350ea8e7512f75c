import { Tree } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';
import { Loaded } from '@/ui/state-views';
import type { Theme } from './theme';
import { useThemeName } from './themes-page';

export type TreeNode = { code: string; parentCode: string | null; level: number; nameZh: string; nameEn: string; themes: string[]; sort: number };
type Entry = { key: string; title: React.ReactNode; children: Entry[] };

export const useThemeTree = () => useQuery({ queryKey: ['theme-tree'], queryFn: () => http.get<TreeNode[]>('/api/theme-tree') });

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

const TreeView = ({ nodes, themes }: { nodes: TreeNode[]; themes: Theme[] }) => {
  const { i18n } = useTranslation();
  const name = useThemeName();
  const data = useMemo(() => {
    const byCode = new Map(themes.map((theme) => [theme.code, theme]));
    const title = (node: TreeNode) => `${node.code} ${i18n.language === 'en' ? node.nameEn || node.nameZh : node.nameZh}`;
    const leaves = (node: TreeNode): Entry[] =>
      node.themes.map((code) => {
        const theme = byCode.get(code);
        return { key: `${node.code}/${code}`, title: theme ? <Link to={`/themes/${code}`}>{`${code} ${name(theme)}`}</Link> : <span className="muted">{code}</span>, children: [] };
      });
    const watched = (node: TreeNode): number => node.themes.length + nodes.filter((one) => one.parentCode === node.code).reduce((sum, one) => sum + watched(one), 0);
    const entry = (node: TreeNode): Entry => ({
      key: node.code,
      title: (
        <>
          {title(node)} <span className="muted small">{watched(node) || ''}</span>
        </>
      ),
      children: [...nodes.filter((one) => one.parentCode === node.code).map(entry), ...leaves(node)],
    });
    return nodes.filter((node) => node.level === 1).map(entry);
  }, [nodes, themes, name, i18n.language]);
  return <Tree treeData={data} selectable={false} defaultExpandedKeys={['03']} showLine />;
};
