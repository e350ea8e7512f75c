import { eachFrameOfChange } from './frame-of-change';
import type { ListedVersion } from './guarded-fetch';

/**
 * Studio's surface that this product does not back: hidden, not broken. Tabs have no id, so they are known by their text in either language.
 * The log of an activity is the history, which nobody can configure away; the viewer's journal is called the same in Chinese and stays.
 */
const TABS = new Set(['Test', '测试', 'Commit Strategy', '提交策略', 'Code View', '代码视图', 'Resilience']);
const EDITOR_TABS = new Set(['Log', '日志']);
const CAPTIONS = new Set(['Commit Strategy', '提交策略']);
/** Buttons whose every menu line is hidden below. */
const BUTTONS: Readonly<Record<string, readonly string[]>> = { instances: ['Bulk actions', '批量操作', 'Actions', '操作'] };
/** Settings with no effect here (history is kept whole; a lifecycle is started by a task, never placed inside another), and what of the panel goes with each. */
const ROW = '.d-flex.flex-row';
const SECTION = ':has(> .mud-typography-overline)';
const FIELDS: Readonly<Record<string, string>> = {
  'Log Persistence Strategy': ROW, 日志留存策略: ROW, 'Usable as activity': SECTION, 可作为活动使用: SECTION,
};
/** Menu lines that the server refuses always: a real case starts from a task, ends on its own page, and is evidence. */
const MENU: Readonly<Record<string, readonly string[]>> = {
  definitions: ['Cancel', '取消'],
  instances: ['Cancel', '取消', 'Delete', '删除', 'Import', '导入', 'Export', '导出'],
};

/** The category of the palette that a process owner looks for. */
const FIRST = new Set(['稽查', 'Audit']);
const LISTS = { definitions: true, editor: true };
/** Menu lines that a version allows by a link of this name. */
const ALLOWED_BY: Readonly<Record<string, string>> = {
  Delete: 'delete', 删除: 'delete', 'Delete this version': 'delete', 删除此版本: 'delete', 'Delete selected versions': 'delete', 删除所选版本: 'delete',
  'Rollback to this version': 'revert', 回退到该版本: 'revert',
};

let versions: readonly ListedVersion[] = [];
/** Cells of the rows that an open menu is about: the row it was opened on, or all that are ticked. A menu itself stands elsewhere in the page and names no row. */
let rows: readonly (readonly string[])[] = [];

export const rememberVersions = (items: readonly ListedVersion[]): void => {
  versions = items;
};

/** Only a draft that was never used can go, and a rollback would overwrite a draft: the server says so by links. The list names a lifecycle in a cell, the history a number. */
export const mayDo = (link: string, meantRows: readonly (readonly string[])[], items: readonly ListedVersion[], page: string): boolean =>
  meantRows.length > 0 && meantRows.every((cells) => {
    const meant = items.filter((item) => cells.includes(page === 'editor' ? String(item.version) : item.definitionId));
    return meant.length > 0 && meant.every((item) => item.links?.some((each) => each.rel === link) === true);
  });

const cellsOf = (line: HTMLTableRowElement): readonly string[] => Array.from(line.cells, (cell) => cell.textContent?.trim() ?? '');

const watchRows = (root: HTMLElement): void => {
  const remember = (event: Event): void => {
    const target = event.target as Element;
    if (target.closest('.mud-menu') !== null) {
      const opened = target.closest('tr');
      rows = opened !== null ? [cellsOf(opened)]
        : Array.from(root.querySelectorAll<HTMLTableRowElement>('tbody tr'), (each) => each).filter((each) => each.querySelector('input[type=checkbox]:checked') !== null).map(cellsOf);
    }
  };
  // A key press on the button comes as a click without a pointer.
  root.addEventListener('pointerdown', remember, { capture: true });
  root.addEventListener('click', remember, { capture: true });
};

const mark = (element: Element | null | undefined): void => element?.setAttribute('data-unbacked', '');

const hideFields = (root: ParentNode, page: string): void => {
  root.querySelectorAll('.mud-input-control label, .mud-checkbox').forEach((label) => {
    const around = FIELDS[label.textContent?.trim() ?? ''];
    if (around !== undefined) {
      mark(label.closest(around));
    }
  });
  root.querySelectorAll('.mud-menu:not([data-unbacked])').forEach((menu) => {
    if (BUTTONS[page]?.includes(menu.textContent?.trim() ?? '')) {
      mark(menu);
    }
  });
};

const hideLines = (root: ParentNode, page: string): void => {
  root.querySelectorAll('.mud-menu-item:not([data-unbacked])').forEach((line) => {
    const text = line.textContent?.trim() ?? '';
    const link = page in LISTS ? ALLOWED_BY[text] : undefined;
    if (MENU[page]?.includes(text)) {
      mark(line);
    } else if (link !== undefined) {
      line.toggleAttribute('data-unavailable', !mayDo(link, rows, versions, page));
    }
  });
};

export const hideUnbacked = (root: ParentNode, page: string): void => {
  root.querySelectorAll('.mud-tab:not([data-unbacked])').forEach((tab) => {
    const text = tab.textContent?.trim() ?? '';
    if (TABS.has(text) || (page === 'editor' && EDITOR_TABS.has(text))) {
      mark(tab);
    }
  });
  hideFields(root, page);
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
  hideLines(root, page);
};

export const keepHidden = (root: HTMLElement, page: string): void => {
  watchRows(root);
  eachFrameOfChange(root, () => hideUnbacked(root, page));
};
