import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrgSelect, useOrgs } from '@/ui/org-select';
import { useText, useUnit } from '@/ui/use-text';
import { ParameterDialog } from './parameter-dialog';
import type { Override, Parameter, ParameterValue } from './theme-life';

type Props = { parameters: Parameter[]; readOnly: boolean; onChange: (parameters: Parameter[]) => void };

/** Limits with unit and bounds, and other values for single organisations and all below them. */
export const ParameterTable = ({ parameters, readOnly, onChange }: Props) => {
  const { t } = useTranslation();
  const change = (name: string, part: Partial<Parameter>) => onChange(parameters.map((one) => (one.name === name ? { ...one, ...part } : one)));
  const [shaping, setShaping] = useState<Parameter | 'new'>();
  const shaped = (next: Parameter) =>
    onChange(shaping === 'new' ? [...parameters, next] : parameters.map((one) => (one === shaping ? next : one)));
  return (
    <>
      {parameters.length === 0 && <p className="muted">{t('monitoring:noParameters')}</p>}
      <ul className="parameters">
        {parameters.map((one) => (
          <li key={one.name}>
            <ParameterLine
              parameter={one}
              readOnly={readOnly}
              onChange={(part) => change(one.name, part)}
              onShape={() => setShaping(one)}
              onRemove={() => onChange(parameters.filter((each) => each !== one))}
            />
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button className="gap-above" icon={<PlusOutlined />} onClick={() => setShaping('new')}>
          {t('themelife:parameter.add')}
        </Button>
      )}
      {shaping && <ParameterDialog parameter={shaping === 'new' ? undefined : shaping} taken={parameters.map((one) => one.name)} onSave={shaped} onClose={() => setShaping(undefined)} />}
    </>
  );
};

type LineProps = { parameter: Parameter; readOnly: boolean; onChange: (part: Partial<Parameter>) => void; onShape: () => void; onRemove: () => void };

const ParameterLine = ({ parameter, readOnly, onChange, onShape, onRemove }: LineProps) => {
  const { t } = useTranslation();
  const text = useText();
  const unit = useUnit();
  const bounds = boundsOf({ ...parameter, unit: unit(parameter.unit) });
  const overrides = parameter.overrides ?? [];
  const label = text(parameter.label) || parameter.name;
  const set = (index: number, part: Partial<Override>) => onChange({ overrides: overrides.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <>
      <div className="parameter-line">
        <div>
          <strong>{label}</strong> <code>@{parameter.name}</code>
          {bounds && <div className="muted small">{`${t('themelife:bounds')} ${bounds}`}</div>}
        </div>
        <Value parameter={parameter} value={parameter.value} label={label} readOnly={readOnly} onChange={(value) => onChange({ value })} />
        {!readOnly && (
          <div className="parameter-tools">
            <Button type="text" icon={<PlusOutlined />} onClick={() => onChange({ overrides: [...overrides, { orgNo: '', value: parameter.value }] })}>
              {t('themelife:override')}
            </Button>
            <Button type="text" icon={<EditOutlined />} aria-label={t('themelife:parameter.edit', { name: label })} onClick={onShape} />
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('themelife:parameter.remove', { name: label })} onClick={onRemove} />
          </div>
        )}
      </div>
      {overrides.map((one, index) => (
        <div key={index} className="parameter-line parameter-override">
          {readOnly ? <OrgName orgNo={one.orgNo} /> : <OrgSelect value={one.orgNo} onChange={(orgNo) => set(index, { orgNo: orgNo ?? '' })} />}
          <Value parameter={parameter} value={one.value} label={`${label} · ${t('themelife:override')} ${index + 1}`} readOnly={readOnly} onChange={(value) => set(index, { value })} />
          {!readOnly && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('themelife:removeOverride')}
              onClick={() => onChange({ overrides: overrides.filter((_, at) => at !== index) })}
            />
          )}
        </div>
      ))}
    </>
  );
};

const OrgName = ({ orgNo }: { orgNo: string }) => {
  const { data } = useOrgs();
  return <span>{data?.find((org) => org.orgNo === orgNo)?.name ?? orgNo}</span>;
};

/** Lowest and highest value with the unit; empty where nothing binds it. */
export const boundsOf = ({ min, max, unit }: { min?: number | null; max?: number | null; unit?: string | null }): string =>
  (min ?? max ?? null) === null ? '' : `${min ?? '−∞'} – ${max ?? '∞'} ${unit ?? ''}`.trim();

type ValueProps = { parameter: Parameter; value: ParameterValue; label: string; readOnly: boolean; onChange: (value: ParameterValue) => void };

const Value = ({ parameter, value, label, readOnly, onChange }: ValueProps) => {
  const unit = useUnit()(parameter.unit);
  if (readOnly) {
    return (
      <span className="mono">
        {Array.isArray(value) ? value.join('、') : value} {unit}
      </span>
    );
  }
  if (Array.isArray(parameter.value)) {
    return (
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        aria-label={label}
        className="parameter-words"
        tokenSeparators={[',', '，', '、', ' ']}
        value={value as string[]}
        onChange={onChange}
      />
    );
  }
  return typeof parameter.value === 'number' ? (
    <InputNumber
      aria-label={label}
      className="parameter-number"
      value={Number(value)}
      {...(typeof parameter.min === 'number' ? { min: parameter.min } : {})}
      {...(typeof parameter.max === 'number' ? { max: parameter.max } : {})}
      suffix={unit || null}
      onChange={(next) => onChange(next ?? Number(value))}
    />
  ) : (
    <Input aria-label={label} value={String(value)} onChange={(event) => onChange(event.target.value)} className="parameter-text" />
  );
};
