import { DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useCode } from '@/ui/use-text';
import type { Changes, ThemeContent } from './theme-life';

const choices = {
  specialty: ['电价电费', '抄核收', '计量', '业扩报装', '用电检查', '合同档案', '客户服务', '停电管理', '线损', '市场化与分布式'],
  level: ['special', '1', '2', '3', '4'],
  frequency: ['日', '周', '月', '季'],
  timing: ['事前', '事中', '事后'],
};

/** One language of a list rewritten, line by line; the other language stays where it was. */
const withLines = (old: { zh: string; en: string }[], language: 'zh' | 'en', text: string): { zh: string; en: string }[] => {
  const lines = text.split('\n');
  const count = Math.max(lines.length, old.filter((line) => line[language === 'zh' ? 'en' : 'zh'] !== '').length);
  return Array.from({ length: count }, (_, index) => ({ ...(old[index] ?? { zh: '', en: '' }), [language]: lines[index] ?? '' }));
};

type Props = { content: ThemeContent; changes: Changes; readOnly: boolean; onChange: (part: Changes) => void };

/** What people read about the theme, when it counts, and how it is filed. */
export const ThemeWords = (props: Props) => {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('themelife:words')}>
      <h2>{t('themelife:words')}</h2>
      <Form component="div" layout="vertical" className="form-fields">
        <Words {...props} name="nameZh" />
        <Words {...props} name="nameEn" />
        <Choice {...props} name="specialty" />
        <Choice {...props} name="level" />
        <Choice {...props} name="frequency" />
        <Choice {...props} name="timing" />
        <Day {...props} name="validFrom" />
        <Day {...props} name="validTo" />
        <Words {...props} name="calibre" />
        <Words {...props} name="calibreEn" />
        <Words {...props} name="purposeZh" />
        <Words {...props} name="purposeEn" />
        <Lines {...props} name="causes" />
        <Lines {...props} name="checks" />
        <Words {...props} name="basis" />
        <Words {...props} name="basisEn" />
      </Form>
    </section>
  );
};

const Words = ({ content, changes, readOnly, onChange, name }: Props & { name: 'nameZh' | 'nameEn' | 'calibre' | 'calibreEn' | 'purposeZh' | 'purposeEn' | 'basis' | 'basisEn' }) => {
  const { t } = useTranslation();
  return (
    <Form.Item label={t(`themelife:field.${name}`)} htmlFor={`theme-${name}`}>
      <Input.TextArea id={`theme-${name}`} readOnly={readOnly} autoSize value={changes[name] ?? content[name] ?? ''} onChange={(event) => onChange({ [name]: event.target.value })} />
    </Form.Item>
  );
};

const Lines = ({ content, changes, readOnly, onChange, name }: Props & { name: 'causes' | 'checks' }) => {
  const { t } = useTranslation();
  const present = changes[name] ?? content[name];
  return (['zh', 'en'] as const).map((language) => (
    <Form.Item key={language} label={t(`themelife:field.${name}.${language}`)} htmlFor={`theme-${name}-${language}`} extra={readOnly ? null : t('themelife:linesHint')}>
      <Input.TextArea
        id={`theme-${name}-${language}`}
        readOnly={readOnly}
        autoSize
        value={present.map((line) => line[language]).join('\n')}
        onChange={(event) => onChange({ [name]: withLines(present, language, event.target.value) })}
      />
    </Form.Item>
  ));
};

const Choice = ({ content, changes, readOnly, onChange, name }: Props & { name: keyof typeof choices }) => {
  const { t } = useTranslation();
  const code = useCode();
  const value = changes[name] ?? content[name] ?? null;
  const known = value === null || choices[name].includes(value) ? choices[name] : [value, ...choices[name]];
  return (
    <Form.Item label={t(`monitoring:${name}`)} htmlFor={`theme-${name}`}>
      <Select
        id={`theme-${name}`}
        disabled={readOnly}
        value={value}
        options={known.map((one) => ({ value: one, label: code(name, one) }))}
        onChange={(next: string) => onChange({ [name]: next })}
      />
    </Form.Item>
  );
};

const Day = ({ content, changes, readOnly, onChange, name }: Props & { name: 'validFrom' | 'validTo' }) => {
  const { t } = useTranslation();
  const value = changes[name] ?? content[name];
  return (
    <Form.Item label={t(`monitoring:${name}`)} htmlFor={`theme-${name}`} extra={readOnly ? null : t('themelife:validHint')}>
      <DatePicker id={`theme-${name}`} className="field-narrow" disabled={readOnly} value={value ? dayjs(value) : null} onChange={(day) => onChange({ [name]: day?.format('YYYY-MM-DD') ?? '' })} />
    </Form.Item>
  );
};
