import { expect, test } from 'vitest';
import { shadeOf } from './heat';

test('Shade_OfNothing_IsNone', () => {
  expect([shadeOf(0, 10), shadeOf(0, 0)]).toEqual([0, 0]);
});

test('Shade_OfTheLargest_IsTheDarkest', () => {
  expect(shadeOf(80, 80)).toBe(5);
});

test('Shade_OfTheSmallestAboveNothing_IsVisible', () => {
  expect([shadeOf(0.1, 80), shadeOf(17, 80), shadeOf(33, 80)]).toEqual([1, 2, 3]);
});
