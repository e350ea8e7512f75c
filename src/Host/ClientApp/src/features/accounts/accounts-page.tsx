import { Button, Input, Tag, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { useUrlFilter } from '@/ui/use-url-filter';
import { useAccounts, type AccountRow } from './account';
import { ChangeAccountDialog } from './change-account';
import { CreateAccountDialog } from './create-account';
import { ImportAccountsDialog } from './import-accounts';

const filters = ['q'] as const;

export const AccountsPage = () => {
  const { t } = useTranslation();
  const filter = useUrlFilter(filters);
  const accounts = useAccounts(filter.get('q'));
  const [dialog, setDialog] = useState<'create' | 'import' | AccountRow>();
  const columns = useColumns(setDialog);
  const close = () => setDialog(undefined);
  return (
    <Page
      title={t('accounts:title')}
      subtitle={t('accounts:subtitle')}
      actions={
        <>
          <Button onClick={() => setDialog('import')}>{t('accounts:import')}</Button>
          <Button type="primary" onClick={() => setDialog('create')}>
            {t('accounts:create')}
          </Button>
        </>
      }
    >
      <div className="filters" role="search">
        <Input.Search
          aria-label={t('common:search')}
          allowClear
          placeholder={t('accounts:searchPlaceholder')}
          defaultValue={filter.get('q')}
          onSearch={(value) => filter.set({ q: value.trim() })}
        />
      </div>
      <Loaded of={accounts}>
        {(rows) => (
          <Records
            label={t('accounts:title')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={columns}
            empty={<EmptyView text={t('common:noMatch')} hint={t('common:noMatchHint')} />}
            card={(row) => (
              <>
                <div className="card-line">
                  <strong>{row.displayName}</strong>
                  <AccountState row={row} />
                </div>
                <div className="muted">
                  {row.userName} · {row.orgName}
                </div>
                <div className="card-line">
                  <RoleTags roles={row.roles} />
                  <Button size="small" onClick={() => setDialog(row)}>
                    {t('accounts:edit')}
                  </Button>
                </div>
              </>
            )}
          />
        )}
      </Loaded>
      <CreateAccountDialog open={dialog === 'create'} onClose={close} />
      <ImportAccountsDialog open={dialog === 'import'} onClose={close} />
      {typeof dialog === 'object' && <ChangeAccountDialog account={dialog} onClose={close} />}
    </Page>
  );
};

const useColumns = (onEdit: (row: AccountRow) => void): NonNullable<TableProps<AccountRow>['columns']> => {
  const { t } = useTranslation();
  return [
    { title: t('accounts:field.displayName'), dataIndex: 'displayName' },
    { title: t('accounts:field.userName'), dataIndex: 'userName' },
    { title: t('accounts:field.personNo'), dataIndex: 'personNo' },
    { title: t('common:unit'), dataIndex: 'orgName' },
    { title: t('accounts:field.roles'), key: 'roles', render: (_, row) => <RoleTags roles={row.roles} /> },
    { title: t('common:state'), key: 'state', render: (_, row) => <AccountState row={row} /> },
    {
      title: t('accounts:action'),
      key: 'action',
      render: (_, row) => (
        <Button size="small" aria-label={`${t('accounts:edit')} ${row.displayName}`} onClick={() => onEdit(row)}>
          {t('accounts:edit')}
        </Button>
      ),
    },
  ];
};

const RoleTags = ({ roles }: { roles: string[] }) => {
  const code = useCode();
  return (
    <span className="panel-tags">
      {roles.map((role) => (
        <Tag key={role} variant="filled">
          {code('role', role)}
        </Tag>
      ))}
    </span>
  );
};

const AccountState = ({ row }: { row: AccountRow }) => {
  const { t } = useTranslation();
  return (
    <Tag variant="filled" color={row.disabled ? 'red' : 'green'}>
      {t(row.disabled ? 'accounts:disabled' : 'accounts:active')}
    </Tag>
  );
};
