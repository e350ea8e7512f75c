import { Alert, Button, Drawer, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '@/ui/state-views';
import { useText } from '@/ui/use-text';
import { CalculationResult } from './calculation-result';
import { useCalculate, useCalculators, type Calculator } from './calculator';
import { CalculatorFields } from './calculator-fields';

type Props = { open: boolean; onClose: () => void; onUse: (yuan: number) => void };

/** Chooses a calculator, asks for its values, shows the working, and hands the amount to the form. */
export const CalculatorDrawer = ({ open, onClose, onUse }: Props) => {
  const { t } = useTranslation();
  const text = useText();
  const errorText = useErrorText();
  const calculators = useCalculators(open);
  const [chosen, setChosen] = useState<string>();
  const calculator = calculators.data?.find((one) => one.key === chosen) ?? calculators.data?.[0];
  return (
    <Drawer open={open} onClose={onClose} size={480} destroyOnHidden title={t('recovery:title')}>
      {calculators.error && <Alert type="error" showIcon title={errorText(calculators.error)} />}
      {calculator && (
        <>
          <Select
            className="field-narrow gap-below"
            aria-label={t('recovery:calculator')}
            value={calculator.key}
            options={(calculators.data ?? []).map((one) => ({ value: one.key, label: text(one.title) }))}
            onChange={setChosen}
          />
          <Typography.Paragraph type="secondary">{text(calculator.basis)}</Typography.Paragraph>
          <Worksheet key={calculator.key} calculator={calculator} onUse={onUse} />
        </>
      )}
    </Drawer>
  );
};

/** The values of one calculator; a new choice begins anew. */
const Worksheet = ({ calculator, onUse }: { calculator: Calculator; onUse: (yuan: number) => void }) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [values, setValues] = useState<Record<string, string>>({});
  const calculate = useCalculate();
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
      {calculate.error && <Alert type="error" showIcon title={errorText(calculate.error)} className="gap-below" />}
      <Button htmlType="submit" type={calculate.data ? 'default' : 'primary'} loading={calculate.isPending}>
        {t('recovery:calculate')}
      </Button>
      {calculate.data && <CalculationResult result={calculate.data} onUse={onUse} />}
    </form>
  );
};
