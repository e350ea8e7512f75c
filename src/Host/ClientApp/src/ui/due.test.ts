import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { dueDistance, dueTone } from './due';

const tuesday = dayjs('2026-06-09T10:00:00');
const friday = dayjs('2026-06-12T10:00:00');
const at = (text: string) => dayjs(text).toISOString();

test('DueTime_PastIsOverdue', () => {
  expect(dueTone(at('2026-06-09T09:59:00'), tuesday)).toBe('overdue');
});

test('DueTime_WithinOneWorkingDayIsSoon', () => {
  expect(dueTone(at('2026-06-10T09:00:00'), tuesday)).toBe('soon');
  expect(dueTone(at('2026-06-10T11:00:00'), tuesday)).toBe('calm');
});

test('DueTime_OverAWeekEndIsStillSoon', () => {
  expect(dueTone(at('2026-06-15T09:00:00'), friday)).toBe('soon');
});

test('NoDueTime_HasNoColour', () => {
  expect(dueTone(null, tuesday)).toBe('none');
});

test('Distance_IsToldInTheUnitThatFits', () => {
  expect(dueDistance(at('2026-06-09T10:30:00'), tuesday)).toEqual({ unit: 'minute', count: 30 });
  expect(dueDistance(at('2026-06-10T10:00:00'), tuesday)).toEqual({ unit: 'hour', count: 24 });
  expect(dueDistance(at('2026-06-05T10:00:00'), tuesday)).toEqual({ unit: 'day', count: 4 });
});
