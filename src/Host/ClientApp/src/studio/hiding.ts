import type { ListedVersion } from './guarded-fetch';

/** Studio's surface that this product does not back: hidden, not broken. Tabs have no id, so they are known by their text in either language. */
const TABS = new Set(['Test', '测试', 'Commit Strategy', '提交策略', 'Code View', '代码视图', 'Resilience']);
const CAPTIONS = new Set(['Commit Strategy', '提交策略']);
/** Menu lines that the server refuses always: a real case starts from a task, ends on its own page, and is evidence. */
const MENU: Readonly<Record<string, readonly string[]>> = {
  definitions: ['Cancel', '取消'],
  instances: ['Cancel', '取消', 'Delete', '删除', 'Import', '导入', 'Export', '导出'],
};

/** The category of the palette that a process owner looks for. */
const FIRST = new Set(['稽查', 'Audit']);
const LISTS = { definitions: true, editor: true };
const DELETE = ['Delete', '删除', 'Delete this version', '删除此版本'];

let versions: readonly ListedVersion[] = [];
/** Cells of the row whose menu was opened last; a menu itself stands elsewhere in the page and names no row. */
let row: readonly string[] | undefined;

export const rememberVersions = (items: readonly ListedVersion[]): void => {
  versions = items;
};

/** Only a draft that was never used can go: the server says so by a link. The list names a lifecycle in a cell, the version history a number. */
export const mayDelete = (cells: readonly string[], items: readonly ListedVersion[], page: string): boolean => {
  const meant = items.filter((item) => cells.includes(page === 'editor' ? String(item.version) : item.definitionId));
  return meant.length > 0 && meant.every((item) => item.links?.some((link) => link.rel === 'delete') === true);
};

const watchRows = (root: HTMLElement): void => {
  root.addEventListener('pointerdown', (event) => {
    const opened = (event.target as Element).closest('tr');
    row = opened === null ? row : Array.from(opened.cells, (cell) => cell.textContent?.trim() ?? '');
  }, { capture: true });
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
  root.querySelectorAll('.mud-expand-panel:not([data-first])').forEach((panel) => {
    if (FIRST.has(panel.querySelector('.mud-expand-panel-header')?.textContent?.trim() ?? '')) {
      panel.setAttribute('data-first', '');
    }
  });
  const lines = MENU[page] ?? [];
  root.querySelectorAll('.mud-menu-item:not([data-unbacked])').forEach((line) => {
    const text = line.textContent?.trim() ?? '';
    if (lines.includes(text)) {
      mark(line);
    } else if (page in LISTS && DELETE.includes(text) && row !== undefined) {
      line.toggleAttribute('data-undeletable', !mayDelete(row, versions, page));
    }
  });
};

export const keepHidden = (root: HTMLElement, page: string): void => {
  hideUnbacked(root, page);
  watchRows(root);
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
