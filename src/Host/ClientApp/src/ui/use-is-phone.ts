import { Grid } from 'antd';

/** Below 768 px lists become cards and side panels fill the screen. */
export const useIsPhone = (): boolean => {
  const { md } = Grid.useBreakpoint();
  return md === false;
};
