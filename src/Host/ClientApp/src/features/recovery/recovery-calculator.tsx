import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kept } from './calculator';
import { CalculatorDrawer } from './calculator-drawer';

type Props = { caseId: number; themeCode: string; onUse: (kept: Kept) => void };

/** The button beside a form and the drawer it opens, with the calculator of the case's theme in front. */
export const RecoveryCalculator = ({ onUse, ...about }: Props) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="gap-below" onClick={() => setOpen(true)}>
        {t('recovery:open')}
      </Button>
      <CalculatorDrawer
        {...about}
        open={open}
        onClose={() => setOpen(false)}
        onUse={(kept) => {
          setOpen(false);
          onUse(kept);
        }}
      />
    </>
  );
};
