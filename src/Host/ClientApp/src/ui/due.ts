import dayjs from 'dayjs';

export type DueTone = 'overdue' | 'soon' | 'calm' | 'none';

/** When something is due, and from when on less than one working day is left: the server knows the calendar with its holidays and make-up days. */
export type DueTimes = { dueAt: string | null | undefined; dueSoonAt?: string | null | undefined };

/** Red when past, amber when less than one working day is left, calm otherwise. */
export const dueTone = ({ dueAt, dueSoonAt }: DueTimes, now = dayjs()): DueTone => {
  if (!dueAt) {
    return 'none';
  }
  if (dayjs(dueAt).isBefore(now)) {
    return 'overdue';
  }
  return dueSoonAt && !dayjs(dueSoonAt).isAfter(now) ? 'soon' : 'calm';
};

/** Distance to the due time as whole days, hours or minutes. */
export const dueDistance = (dueAt: string, now = dayjs()): { unit: 'day' | 'hour' | 'minute'; count: number } => {
  const minutes = Math.abs(dayjs(dueAt).diff(now, 'minute'));
  if (minutes >= 48 * 60) {
    return { unit: 'day', count: Math.floor(minutes / 1440) };
  }
  return minutes >= 60 ? { unit: 'hour', count: Math.floor(minutes / 60) } : { unit: 'minute', count: minutes };
};
