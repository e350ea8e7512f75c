import { expect, test } from 'vitest';
import { changeOf, shown, type Line } from './indicator';

const line = (part: Partial<Line>): Line => ({
  code: 'T', version: 1, nameZh: '', nameEn: '', specialty: '', kind: 'ratio', unit: { zh: '%', en: '%' }, decimals: 2, better: 'high', warn: null, alarm: null, snapshot: false,
  value: null, level: 'none', num: null, den: null, rows: 0, lastMonth: null, lastYear: null, spark: [], alarmId: null, alarmState: null, ...part,
});

test('Change_OfAPercentage_IsInPoints', () => {
  expect(changeOf(line({ value: 97.5 }), 98)).toEqual({ text: '-0.5 pp', good: false });
});

test('Change_OfAnAmountThatIsBetterLow_IsAShareOfTheEarlierValue', () => {
  expect(changeOf(line({ value: 90, unit: { zh: '分钟', en: 'min' }, better: 'low' }), 120)).toEqual({ text: '-25%', good: true });
});

test('Change_WithoutAValueOrFromZero_IsNothing', () => {
  expect(changeOf(line({ value: null }), 98)).toBeNull();
  expect(changeOf(line({ value: 5, unit: { zh: '件', en: 'orders' } }), 0)).toBeNull();
});

test('Change_OfAFigureThatIsOnlyShown_IsNeitherGoodNorBad', () => {
  expect(changeOf(line({ value: 2, better: 'none', unit: { zh: 'h', en: 'h' } }), 1)).toEqual({ text: '+100%', good: null });
});

test('Value_WithoutADenominator_IsADash', () => {
  expect([shown(null, 2), shown(0, 2), shown(1234.5, 1)]).toEqual(['—', '0.00', '1,234.5']);
});
