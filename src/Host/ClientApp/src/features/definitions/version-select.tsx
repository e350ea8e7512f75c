import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Version } from './version';

type Props = { id?: string; label: string; versions: Version[]; value: number | undefined; onChange: (version: number) => void };

/** One version of a lifecycle; what it is stands beside its number. */
export const VersionSelect = ({ id, label, versions, value, onChange }: Props) => {
  const { t } = useTranslation();
  const stateOf = (one: Version): string => (one.isPublished ? 'inForce' : one.state);
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      placeholder={t('definitions:noVersion')}
      value={value ?? null}
      options={versions.map((one) => ({ value: one.version, label: `v${one.version} · ${t(`definitions:state.${stateOf(one)}`)}` }))}
      onChange={(next: number | null) => next !== null && onChange(next)}
    />
  );
};
