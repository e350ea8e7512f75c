import { Alert, Button, Drawer, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '@/ui/state-views';
import { useText } from '@/ui/use-text';
import { CalculationResult } from './calculation-result';
import { useCalculate, useCalculators, useKeepCalculation, type Calculator, type Kept } from './calculator';
import { CalculatorFields } from './calculator-fields';

type Props = { open: boolean; caseId: number; themeCode: string; onClose: () => void; onUse: (kept: Kept) => void };

/** Offers the calculator of the theme first, asks for its values, shows the working, keeps its sheet as evidence, and hands the amount to the form. */
export const CalculatorDrawer = ({ open, caseId, themeCode, onClose, onUse }: Props) => {
  const { t } = useTranslation();
  const text = useText();
  const errorText = useErrorText();
  const calculators = useCalculators(open);
  const [chosen, setChosen] = useState<string>();
  const ofTheme = calculators.data?.find((one) => one.themes.includes(themeCode));
  const calculator = calculators.data?.find((one) => one.key === chosen) ?? ofTheme ?? calculators.data?.[0];
  return (
    <Drawer open={open} onClose={onClose} size={480} destroyOnHidden title={t('recovery:title')}>
      {calculators.error && <Alert type="error" showIcon title={errorText(calculators.error)} />}
      {calculator && (
        <>
          <Select
            className="field-narrow gap-below"
            aria-label={t('recovery:calculator')}
            value={calculator.key}
            options={(calculators.data ?? []).map((one) => ({ value: one.key, label: one === ofTheme ? `${text(one.title)} · ${t('recovery:ofTheme')}` : text(one.title) }))}
            onChange={setChosen}
          />
          <Typography.Paragraph type="secondary">{text(calculator.basis)}</Typography.Paragraph>
          <Worksheet key={calculator.key} calculator={calculator} caseId={caseId} onUse={onUse} />
        </>
      )}
    </Drawer>
  );
};

/** The values of one calculator; a new choice begins anew. */
const Worksheet = ({ calculator, caseId, onUse }: { calculator: Calculator; caseId: number; onUse: (kept: Kept) => void }) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [values, setValues] = useState<Record<string, string>>({});
  const calculate = useCalculate();
  const keep = useKeepCalculation(caseId);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        calculate.mutate({ key: calculator.key, values });
      }}
    >
      <CalculatorFields
        fields={calculator.fields}
        values={values}
        onChange={(name, value) => {
          calculate.reset();
          setValues({ ...values, [name]: value });
        }}
      />
      {(calculate.error ?? keep.error) && <Alert type="error" showIcon title={errorText(calculate.error ?? keep.error)} className="gap-below" />}
      <Button htmlType="submit" type={calculate.data ? 'default' : 'primary'} loading={calculate.isPending}>
        {t('recovery:calculate')}
      </Button>
      {calculate.data && (
        <CalculationResult result={calculate.data} keeping={keep.isPending} onUse={() => keep.mutate({ key: calculator.key, values }, { onSuccess: onUse })} />
      )}
    </form>
  );
};
