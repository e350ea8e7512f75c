import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useCode } from '@/ui/use-text';

export type DemoAccount = { userName: string; displayName: string; role: string; password: string };

/** The sample county's accounts, offered only where the server hands them out (development with sample data). */
export const DemoAccounts = ({ disabled, onPick }: { disabled: boolean; onPick: (account: DemoAccount) => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const { data } = useQuery({ queryKey: ['demo-accounts'], queryFn: () => http.get<DemoAccount[]>('/api/demo-accounts'), retry: false, staleTime: Infinity });
  if (!data || data.length === 0) {
    return null;
  }
  return (
    <section className="demo-accounts" aria-label={t('access:demo.title')}>
      <h2>{t('access:demo.title')}</h2>
      <p className="muted">{t('access:demo.hint')}</p>
      <div className="demo-grid">
        {data.map((account) => (
          <Button key={account.userName} disabled={disabled} onClick={() => onPick(account)} className="demo-account">
            <strong>{account.displayName}</strong>
            <span className="muted">
              {account.userName} · {code('role', account.role)}
            </span>
          </Button>
        ))}
      </div>
    </section>
  );
};
