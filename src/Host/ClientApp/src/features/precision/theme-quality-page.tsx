import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { http } from '@/api/http';
import { BackLink } from '@/ui/back-link';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/state-views';
import { BacktestPanel } from './backtest-panel';
import { ThresholdPanel } from './threshold-panel';

type Theme = { code: string; version: number; nameZh: string; nameEn: string };

/** What closed cases say about one theme: its limit weighed, its versions run over past months. */
export const ThemeQualityPage = () => {
  const { code = '' } = useParams();
  const { t, i18n } = useTranslation();
  const theme = useQuery({ queryKey: ['themes', code], queryFn: () => http.get<Theme>(`/api/themes/${code}`) });
  return (
    <Loaded of={theme}>
      {(data) => (
        <Page
          title={`${data.code} ${i18n.language === 'en' ? data.nameEn : data.nameZh}`}
          subtitle={t('precision:themeSubtitle')}
          back={<BackLink fallback="/precision" text={t('precision:title')} />}
          actions={
            <>
              <Link to={`/precision?by=version&theme=${code}`}>{t('precision:seeVersions')}</Link>
              <Link to={`/themes/${code}`}>{t('precision:seeTheme')}</Link>
            </>
          }
        >
          <ThresholdPanel code={code} />
          <BacktestPanel code={code} current={data.version} />
        </Page>
      )}
    </Loaded>
  );
};
