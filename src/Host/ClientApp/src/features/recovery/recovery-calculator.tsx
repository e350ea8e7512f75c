import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalculatorDrawer } from './calculator-drawer';

/** The button beside a form and the drawer it opens. */
export const RecoveryCalculator = ({ onUse }: { onUse: (yuan: number) => void }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="gap-below" onClick={() => setOpen(true)}>
        {t('recovery:open')}
      </Button>
      <CalculatorDrawer
        open={open}
        onClose={() => setOpen(false)}
        onUse={(yuan) => {
          setOpen(false);
          onUse(yuan);
        }}
      />
    </>
  );
};
