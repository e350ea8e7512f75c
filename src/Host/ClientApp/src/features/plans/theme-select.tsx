import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useThemeNames } from './plan';

type One = { multiple?: false; value?: string; onChange?: (value: string | undefined) => void; id?: string };
type Many = { multiple: true; value?: string[]; onChange?: (value: string[]) => void; id?: string };

/** Themes of the library by code and name; one, or several. */
export const ThemeSelect = ({ id, value, onChange, multiple }: One | Many) => {
  const { t, i18n } = useTranslation();
  const { data } = useThemeNames();
  return (
    <Select
      {...(id ? { id } : {})}
      {...(multiple ? { mode: 'multiple' as const } : {})}
      aria-label={t('plans:theme')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('plans:theme')}
      value={value}
      options={(data ?? []).map((theme) => ({ value: theme.code, label: `${theme.code} ${i18n.language === 'en' ? theme.nameEn : theme.nameZh}` }))}
      onChange={onChange as (value: unknown) => void}
    />
  );
};
