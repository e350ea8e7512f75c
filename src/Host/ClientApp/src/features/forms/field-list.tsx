import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormField } from '@/forms/form-definition';
import { useText } from '@/ui/use-text';
import { FieldEditor } from './field-editor';
import { newField, type Finding } from './form';

type Props = { fields: FormField[]; findings: Finding[]; language: 'zh' | 'en'; onChange: (fields: FormField[]) => void };

/** The questions in their order; one opens to edit, moves up or down, or goes. */
export const FieldList = ({ fields, findings, language, onChange }: Props) => {
  const { t } = useTranslation();
  const text = useText();
  const put = (index: number, field: FormField) => onChange(fields.map((old, at) => (at === index ? field : old)));
  const move = (index: number, by: number) => {
    const next = [...fields];
    const [moved] = next.splice(index, 1);
    next.splice(index + by, 0, moved as FormField);
    onChange(next);
  };
  const items = fields.map((field, index) => ({
    key: `${index}`,
    label: (
      <span>
        {text(field.label) || field.name} <span className="muted small">{t(`forms:type.${field.type}`, { defaultValue: field.type })}</span>
      </span>
    ),
    extra: <FieldTools name={text(field.label) || field.name} first={index === 0} last={index === fields.length - 1} onMove={(by) => move(index, by)} onRemove={() => onChange(fields.filter((_, at) => at !== index))} />,
    children: (
      <>
        {findings.filter((finding) => finding.field === field.name).map((finding) => (
          <Alert key={finding.code} type="warning" showIcon className="gap-below" title={t(`forms:finding.${finding.code}`)} />
        ))}
        <FieldEditor id={`edit-${index}`} field={field} before={fields.slice(0, index)} language={language} onChange={(next) => put(index, next)} />
      </>
    ),
  }));
  return (
    <>
      <Collapse accordion items={items} />
      <Button block type="dashed" icon={<PlusOutlined />} className="field-add" onClick={() => onChange([...fields, newField(fields)])}>
        {t('forms:addField')}
      </Button>
    </>
  );
};

type ToolsProps = { name: string; first: boolean; last: boolean; onMove: (by: number) => void; onRemove: () => void };

const FieldTools = ({ name, first, last, onMove, onRemove }: ToolsProps) => {
  const { t } = useTranslation();
  const tool = (label: string, icon: React.ReactNode, disabled: boolean, act: () => void) => (
    <Button
      type="text"
      size="small"
      icon={icon}
      disabled={disabled}
      aria-label={t(label, { name })}
      onClick={(event) => {
        event.stopPropagation();
        act();
      }}
    />
  );
  return (
    <>
      {tool('forms:moveUp', <ArrowUpOutlined />, first, () => onMove(-1))}
      {tool('forms:moveDown', <ArrowDownOutlined />, last, () => onMove(1))}
      {tool('forms:remove', <DeleteOutlined />, false, onRemove)}
    </>
  );
};
