import { Button, Segmented } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { LevelTag } from '@/ui/tags';
import { useUrlFilter } from '@/ui/use-url-filter';
import { useCode } from '@/ui/use-text';
import { NewTheme, ThemeRequests } from './theme-requests';
import { useThemes, type Theme } from './theme';
import { ThemeTree } from './theme-tree';
import { UnitValues } from './unit-values';

const views = ['view'] as const;

export const useThemeName = (): ((theme: Theme) => string) => {
  const { i18n } = useTranslation();
  return (theme) => (i18n.language === 'en' ? theme.nameEn : theme.nameZh);
};

export const ThemesPage = () => {
  const { t } = useTranslation();
  const code = useCode();
  const name = useThemeName();
  const navigate = useNavigate();
  const themes = useThemes();
  const filter = useUrlFilter(views);
  const view = filter.get('view') || 'list';
  const link = (theme: Theme) => (
    <Link to={`/themes/${theme.code}`} className="strong-link">
      {name(theme)}
    </Link>
  );
  return (
    <Page
      title={t('monitoring:themes')}
      subtitle={t('monitoring:themesSubtitle')}
      actions={
        <>
          <Link to="/tags">
            <Button>{t('themelife:tags')}</Button>
          </Link>
          <NewTheme />
        </>
      }
    >
      <Segmented
        className="gap-below"
        value={view}
        options={['list', 'tree', 'requests', 'unit-values'].map((value) => ({ value, label: t(`themelife:view.${value}`) }))}
        onChange={(value) => filter.set({ view: value === 'list' ? null : value })}
      />
      {view === 'requests' && <ThemeRequests />}
      {view === 'unit-values' && <UnitValues />}
      {view === 'tree' && <Loaded of={themes}>{(rows) => <ThemeTree themes={rows} />}</Loaded>}
      {view === 'list' && (
        <Loaded of={themes}>
          {(rows) => (
            <Records
              label={t('monitoring:themes')}
              rows={rows}
              rowKey={(theme) => theme.code}
              empty={<EmptyView text={t('monitoring:noThemes')} />}
              onOpen={(theme) => void navigate(`/themes/${theme.code}`)}
              columns={[
                { title: t('monitoring:code'), dataIndex: 'code', width: 90, render: (value: string) => <span className="mono">{value}</span> },
                { title: t('monitoring:theme'), key: 'name', render: (_, theme) => link(theme) },
                { title: t('monitoring:specialty'), key: 'specialty', width: 160, render: (_, theme) => code('specialty', theme.specialty) },
                { title: t('monitoring:level'), key: 'level', width: 90, render: (_, theme) => <LevelTag level={theme.level} /> },
                { title: t('monitoring:frequency'), key: 'frequency', width: 110, render: (_, theme) => code('frequency', theme.frequency) },
                { title: t('monitoring:version'), key: 'version', width: 80, render: (_, theme) => `v${theme.version}` },
              ]}
              card={(theme) => (
                <>
                  <div className="card-line">
                    <span className="mono">{theme.code}</span>
                    <LevelTag level={theme.level} />
                  </div>
                  {link(theme)}
                  <div className="muted">{code('specialty', theme.specialty)}</div>
                </>
              )}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
};
