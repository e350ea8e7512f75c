import dayjs from 'dayjs';

export const dateTime = (iso: string | null | undefined): string => (iso ? dayjs(iso).format('YYYY-MM-DD HH:mm') : '—');

export const date = (iso: string | null | undefined): string => (iso ? dayjs(iso).format('YYYY-MM-DD') : '—');

export const money = (yuan: number | null | undefined): string =>
  yuan === null || yuan === undefined
    ? '—'
    : `¥${yuan.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** A measured value: up to four decimals, thousands separated. */
export const amount = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : value.toLocaleString('en-US', { maximumFractionDigits: 4 });

export const yearMonth = (ym: string | null | undefined): string => (ym && ym.length === 6 ? `${ym.slice(0, 4)}-${ym.slice(4)}` : (ym ?? '—'));

export const fileSize = (bytes: number): string => {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};
