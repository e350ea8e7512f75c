/** Studio's surface that this product does not back: hidden, not broken. Tabs have no id, so they are known by their text in either language. */
const TABS = new Set(['Test', '测试', 'Commit Strategy', '提交策略', 'Code View', '代码视图', 'Resilience']);
const CAPTIONS = new Set(['Commit Strategy', '提交策略']);

const mark = (element: Element | null | undefined): void => element?.setAttribute('data-unbacked', '');

export const hideUnbacked = (root: ParentNode): void => {
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
};

export const keepHidden = (root: HTMLElement): void => {
  hideUnbacked(root);
  let waiting = false;
  new MutationObserver(() => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        hideUnbacked(root);
      });
    }
  }).observe(root, { childList: true, subtree: true });
};
