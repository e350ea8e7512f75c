import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { dueDistance, dueTone } from './due';

const tuesday = dayjs('2026-06-09T10:00:00');
const at = (text: string) => dayjs(text).toISOString();

test('DueTime_PastIsOverdue', () => {
  expect(dueTone({ dueAt: at('2026-06-09T09:59:00'), dueSoonAt: at('2026-06-08T09:59:00') }, tuesday)).toBe('overdue');
});

test('DueTime_FromItsSoonInstantOnIsSoon', () => {
  const dueAt = at('2026-06-22T09:00:00');
  expect(dueTone({ dueAt, dueSoonAt: at('2026-06-09T10:00:00') }, tuesday)).toBe('soon');
  expect(dueTone({ dueAt, dueSoonAt: at('2026-06-09T10:01:00') }, tuesday)).toBe('calm');
});

test('DueTime_WithoutASoonInstantIsCalm', () => {
  expect(dueTone({ dueAt: at('2026-06-09T11:00:00'), dueSoonAt: null }, tuesday)).toBe('calm');
});

test('NoDueTime_HasNoColour', () => {
  expect(dueTone({ dueAt: null }, tuesday)).toBe('none');
});

test('Distance_IsToldInTheUnitThatFits', () => {
  expect(dueDistance(at('2026-06-09T10:30:00'), tuesday)).toEqual({ unit: 'minute', count: 30 });
  expect(dueDistance(at('2026-06-10T10:00:00'), tuesday)).toEqual({ unit: 'hour', count: 24 });
  expect(dueDistance(at('2026-06-05T10:00:00'), tuesday)).toEqual({ unit: 'day', count: 4 });
});
