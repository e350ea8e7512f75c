import { describe, expect, it } from 'vitest';
import { speakChinese, translate } from './dictionary';

const words = { Publish: '发布', 'Code View': '代码视图' };

describe('dictionary', () => {
  it('replaces a whole text and keeps the spaces round it', () => {
    expect(translate('\n  Publish ', words)).toBe('\n  发布 ');
  });

  it('never cuts into a longer text, nor into one that an object has by nature', () => {
    expect(translate('Publish now', words)).toBeUndefined();
    expect(translate('constructor', words)).toBeUndefined();
  });

  it('fills the gaps of a sentence that fits from end to end', () => {
    const gaps = { 'Delete version {0}': '删除版本 {0}', 'Failed {0}. Errors: {1}': '{0} 个失败：{1}' };
    expect(translate(' Delete version 12', gaps)).toBe(' 删除版本 12');
    expect(translate('Failed 2. Errors: a, b', gaps)).toBe('2 个失败：a, b');
    expect(translate('2 workflows imported successfully.', { '{0} {1} imported successfully.': '已导入 {0} 个流程。' })).toBe('已导入 2 个流程。');
    expect(translate('Please Delete version 12', gaps)).toBeUndefined();
  });

  it('translates what is written later, and leaves what people type', async () => {
    document.body.innerHTML = '<div id="root"><textarea>Publish</textarea></div>';
    const root = document.getElementById('root') as HTMLElement;
    speakChinese(root, words);
    root.append(Object.assign(document.createElement('button'), { textContent: 'Publish', title: 'Code View' }));
    await new Promise((done) => setTimeout(done));
    expect(root.querySelector('button')?.textContent).toBe('发布');
    expect(root.querySelector('button')?.title).toBe('代码视图');
    expect(root.querySelector('textarea')?.value).toBe('Publish');
  });
});
