import { expect, test } from 'vitest';
import { thirteenMonths, withValues } from './anomaly';

test('Months_WithoutAReading_AreGapsAndNotLeftOut', () => {
  const months = thirteenMonths('202602', [
    { ym: '202602', kwh: 10, amount: 7 },
    { ym: '202512', kwh: 0, amount: null },
  ]);
  expect(months.map((one) => one.ym)).toEqual(['202502', '202503', '202504', '202505', '202506', '202507', '202508', '202509', '202510', '202511', '202512', '202601', '202602']);
  expect(months.slice(10).map((one) => one.kwh)).toEqual([0, null, 10]);
});

test('Calibre_NamingParameters_ShowsTheValuesThatCounted', () => {
  const values = [{ name: 'min_cap', label: null, value: 315, unit: 'kVA', own: false }];
  expect(withValues('不低于 @min_cap，@other 除外', values)).toEqual([
    { text: '不低于 ', named: false },
    { text: '315 kVA', named: true },
    { text: '，', named: false },
    { text: '@other', named: false },
    { text: ' 除外', named: false },
  ]);
});
