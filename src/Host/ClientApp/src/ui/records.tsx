import { Button, Table, type TableProps } from 'antd';
import type { Key, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from './use-is-phone';

type Props<T> = {
  rows: T[];
  rowKey: (row: T) => Key;
  columns: NonNullable<TableProps<T>['columns']>;
  card: (row: T) => ReactNode;
  empty: ReactNode;
  label: string;
  onOpen?: (row: T) => void;
  selection?: TableProps<T>['rowSelection'];
  loading?: boolean;
  width?: number;
};

/** The same rows as a table on a desktop and as cards on a phone. */
export function Records<T extends object>({ rows, rowKey, columns, card, empty, label, onOpen, selection, loading, width }: Props<T>) {
  const isPhone = useIsPhone();
  if (rows.length === 0 && !loading) {
    return <div className="panel">{empty}</div>;
  }
  if (isPhone) {
    return (
      <ul className="cards" aria-label={label}>
        {rows.map((row) => (
          <li key={rowKey(row)} className="panel card-row">
            {card(row)}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className="panel panel-flush">
      <Table<T>
        aria-label={label}
        size="middle"
        columns={columns}
        dataSource={rows}
        rowKey={rowKey}
        pagination={false}
        loading={loading ?? false}
        scroll={{ x: width ?? 880 }}
        {...(selection ? { rowSelection: selection } : {})}
        onRow={(row) => (onOpen ? { onClick: (event) => opensRow(event.target) && onOpen(row), className: 'row-link' } : {})}
      />
    </div>
  );
}

/** A click on a link, a button or a check box inside the row means that control, not the row. */
const opensRow = (target: EventTarget): boolean => !(target as HTMLElement).closest('a,button,input,label,.ant-table-selection-column');

type MoreProps = { shown: number; total: number | undefined; hasMore: boolean; loading: boolean; onMore: () => void };

export const LoadMore = ({ shown, total, hasMore, loading, onMore }: MoreProps) => {
  const { t } = useTranslation();
  if (shown === 0) {
    return null;
  }
  return (
    <div className="load-more">
      <span className="muted">{total === undefined ? t('common:shown', { shown }) : t('common:shownOf', { shown, total })}</span>
      {hasMore && (
        <Button loading={loading} onClick={onMore}>
          {t('common:loadMore')}
        </Button>
      )}
    </div>
  );
};
