import { Descriptions, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BackLink } from '@/ui/back-link';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/state-views';
import { LevelTag } from '@/ui/tags';
import { useCode, useText, useUnit } from '@/ui/use-text';
import { boundsOf } from './parameter-table';
import { SqlView } from './sql-editor';
import { useTheme, type ThemeDetail } from './theme';
import { ThemePlace } from './theme-tree';
import { ThemeHistory, ThemeVersions } from './theme-versions';
import { useThemeName } from './themes-page';
import { UnitValuesSection } from './unit-values';

export const ThemePage = () => {
  const { code = '' } = useParams();
  const theme = useTheme(code);
  return <Loaded of={theme}>{(data) => <ThemeBody theme={data} />}</Loaded>;
};

const validity = ({ validFrom, validTo }: ThemeDetail, always: string): string => (validFrom || validTo ? `${validFrom ?? '…'} – ${validTo ?? '…'}` : always);

const ThemeBody = ({ theme }: { theme: ThemeDetail }) => {
  const { t, i18n } = useTranslation();
  const code = useCode();
  const text = useText();
  const unit = useUnit();
  const name = useThemeName();
  return (
    <Page
      title={`${theme.code} ${name(theme)}`}
      back={<BackLink fallback="/themes" text={t('monitoring:themes')} />}
      tags={<LevelTag level={theme.level} />}
      actions={
        <>
          <Link to={`/themes/${theme.code}/quality`}>{t('precision:title')}</Link>
          <Link to={`/anomalies?theme=${theme.code}`}>{t('monitoring:seeAnomalies')}</Link>
        </>
      }
    >
      <section className="panel gap-below">
        <Descriptions
          column={1}
          size="small"
          items={[
            { key: 'place', label: t('themelife:place'), children: <ThemePlace code={theme.code} /> },
            { key: 'purpose', label: t('monitoring:purpose'), children: (i18n.language === 'en' && theme.purposeEn) || theme.purposeZh },
            ...(theme.calibre ? [{ key: 'calibre', label: t('themelife:calibre'), children: theme.calibre }] : []),
            { key: 'specialty', label: t('monitoring:specialty'), children: code('specialty', theme.specialty) },
            { key: 'frequency', label: t('monitoring:frequency'), children: code('frequency', theme.frequency) },
            { key: 'timing', label: t('monitoring:timing'), children: code('timing', theme.timing) },
            { key: 'valid', label: t('themelife:valid'), children: validity(theme, t('themelife:validAlways')) },
            { key: 'version', label: t('monitoring:version'), children: `v${theme.version}` },
            ...(['causes', 'checks', 'basis'] as const)
              .filter((key) => theme[key])
              .map((key) => ({ key, label: t(`monitoring:${key}`), children: <span className="pre-line">{theme[key]}</span> })),
          ]}
        />
      </section>
      <section className="panel gap-below" aria-label={t('monitoring:parameters')}>
        <h2>{t('monitoring:parameters')}</h2>
        <Table
          size="small"
          pagination={false}
          rowKey="name"
          dataSource={theme.parameters}
          scroll={{ x: 480 }}
          locale={{ emptyText: t('monitoring:noParameters') }}
          columns={[
            { title: t('monitoring:parameter'), key: 'label', render: (_, one) => text(one.label) || one.name },
            { title: t('monitoring:value'), key: 'value', align: 'right', render: (_, one) => `${Array.isArray(one.value) ? one.value.join('、') : one.value} ${unit(one.unit)}` },
            { title: t('themelife:bounds'), key: 'bounds', align: 'right', render: (_, one) => boundsOf({ ...one, unit: unit(one.unit) }) || '—' },
            { title: t('monitoring:parameterName'), dataIndex: 'name', render: (value: string) => <code>{value}</code> },
          ]}
        />
      </section>
      <section className="panel gap-below" aria-label={t('monitoring:rule')}>
        <h2>{t('monitoring:rule')}</h2>
        <SqlView sql={theme.ruleSql} label={t('monitoring:rule')} />
      </section>
      <UnitValuesSection theme={theme.code} />
      <ThemeVersions code={theme.code} />
      <ThemeHistory code={theme.code} />
    </Page>
  );
};
