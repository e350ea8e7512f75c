/** Studio's surface that this product does not back: hidden, not broken. Tabs have no id, so they are known by their text in either language. */
const TABS = new Set(['Test', '测试', 'Commit Strategy', '提交策略', 'Code View', '代码视图', 'Resilience']);
const CAPTIONS = new Set(['Commit Strategy', '提交策略']);
/** Menu lines that the server refuses always: a real case starts from a task, ends on its own page, and is evidence. */
const MENU: Readonly<Record<string, readonly string[]>> = {
  definitions: ['Run', '试运行', 'Cancel', '取消'],
  instances: ['Cancel', '取消', 'Delete', '删除', 'Import', '导入', 'Export', '导出'],
};

const mark = (element: Element | null | undefined): void => element?.setAttribute('data-unbacked', '');

export const hideUnbacked = (root: ParentNode, page: string): void => {
  root.querySelectorAll('.mud-tab:not([data-unbacked])').forEach((tab) => {
    if (TABS.has(tab.textContent?.trim() ?? '')) {
      mark(tab);
    }
  });
  root.querySelectorAll('span.mud-typography-overline').forEach((caption) => {
    if (CAPTIONS.has(caption.textContent?.trim() ?? '')) {
      mark(caption.parentElement);
    }
  });
  const lines = MENU[page] ?? [];
  root.querySelectorAll('.mud-menu-item:not([data-unbacked])').forEach((line) => {
    if (lines.includes(line.textContent?.trim() ?? '')) {
      mark(line);
    }
  });
};

export const keepHidden = (root: HTMLElement, page: string): void => {
  hideUnbacked(root, page);
  let waiting = false;
  new MutationObserver(() => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        hideUnbacked(root, page);
      });
    }
  }).observe(root, { childList: true, subtree: true });
};
