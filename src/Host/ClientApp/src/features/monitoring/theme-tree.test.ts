import { expect, test } from 'vitest';
import { placeOf } from './sql-editor';
import { matching, type TreeNode } from './theme-tree';

const node = (code: string, parentCode: string | null, nameZh: string, themes: string[] = []): TreeNode => ({ code, parentCode, level: code.length / 2, nameZh, nameEn: '', themes, sort: 0 });
const nodes = [node('03', null, '经营成果'), node('0303', '03', '电价执行'), node('030303', '0303', '超容量用电', ['YJ-01']), node('030304', '0303', '居民大电量'), node('04', null, '工作质量')];
const told = (one: TreeNode) => [one.code, one.nameZh, ...one.themes].join(' ');

test('Search_ForATheme_KeepsItsSubItemAndAllAbove', () => {
  expect([...matching(nodes, 'yj-01', told)].toSorted()).toEqual(['03', '0303', '030303']);
});

test('Search_ForAnItem_KeepsAllBelowIt', () => {
  expect([...matching(nodes, '电价执行', told)].toSorted()).toEqual(['03', '0303', '030303', '030304']);
});

test('Place_OfARefusal_IsLineAndColumn', () => {
  const sql = 'SELECT x\nFROM secret';
  expect(placeOf(sql, sql.indexOf('secret'))).toEqual({ line: 2, column: 6 });
});
