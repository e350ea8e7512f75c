import { Grid } from 'antd';
import { useSyncExternalStore } from 'react';

const paper = (): MediaQueryList => matchMedia('print');

const onPaperChange = (changed: () => void): (() => void) => {
  const query = paper();
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Below 768 px lists become cards and side panels fill the screen; on paper, as narrow as it is, they stay tables. */
export const useIsPhone = (): boolean => {
  const { md } = Grid.useBreakpoint();
  const onPaper = useSyncExternalStore(onPaperChange, () => paper().matches);
  return md === false && !onPaper;
};
