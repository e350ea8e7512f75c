import dayjs from 'dayjs';

export type DueTone = 'overdue' | 'soon' | 'calm' | 'none';

/**
 * Red when past, amber within four hours or before the end of the next day but one that has work in it, calm otherwise. The exact working calendar
 * lies on the server; for a colour, week-ends are enough.
 */
export const dueTone = (dueAt: string | null | undefined, now = dayjs()): DueTone => {
  if (!dueAt) {
    return 'none';
  }
  const due = dayjs(dueAt);
  if (due.isBefore(now)) {
    return 'overdue';
  }
  if (due.diff(now, 'hour', true) <= 4) {
    return 'soon';
  }
  return due.isAfter(oneWorkingDayLater(now)) ? 'calm' : 'soon';
};

const oneWorkingDayLater = (from: dayjs.Dayjs): dayjs.Dayjs => {
  let next = from.add(1, 'day');
  while (next.day() === 0 || next.day() === 6) {
    next = next.add(1, 'day');
  }
  return next;
};

/** Distance to the due time as whole days, hours or minutes. */
export const dueDistance = (dueAt: string, now = dayjs()): { unit: 'day' | 'hour' | 'minute'; count: number } => {
  const minutes = Math.abs(dayjs(dueAt).diff(now, 'minute'));
  if (minutes >= 48 * 60) {
    return { unit: 'day', count: Math.floor(minutes / 1440) };
  }
  return minutes >= 60 ? { unit: 'hour', count: Math.floor(minutes / 60) } : { unit: 'minute', count: minutes };
};
