import type { ThemeConfig } from 'antd';

/** Deep utility green; text and controls keep a contrast of at least 4.5 : 1 on white. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#00706B',
    colorInfo: '#00706B',
    // Derived from a colour this dark, the light tints would come out grey.
    colorPrimaryBg: '#E3F1F0',
    colorPrimaryBgHover: '#D3E9E7',
    colorPrimaryBorder: '#A9D2CF',
    colorInfoBg: '#EAF5F4',
    colorInfoBorder: '#B5D8D5',
    colorSuccessBg: '#EDF7EE',
    colorSuccessBorder: '#BFDFC1',
    colorWarningBg: '#FFF6E5',
    colorWarningBorder: '#F0CF96',
    colorErrorBg: '#FDECEA',
    colorErrorBorder: '#F0B8B3',
    controlItemBgActive: '#E3F1F0',
    controlItemBgActiveHover: '#D3E9E7',
    colorLink: '#00706B',
    colorLinkHover: '#00928B',
    colorLinkActive: '#00504C',
    colorSuccess: '#2E7D32',
    colorWarning: '#B86E00',
    colorError: '#C62828',
    colorTextBase: '#1D2B2A',
    colorTextSecondary: '#4C5E5C',
    colorTextTertiary: '#5F706E',
    colorTextPlaceholder: '#6F7F7D',
    colorBgLayout: '#F3F6F6',
    // Who asks the system for less motion gets none.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    borderRadius: 6,
    fontSize: 14,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  },
  components: {
    Layout: { headerBg: '#FFFFFF', headerHeight: 56, siderBg: '#0B3B39', headerPadding: '0 16px' },
    Menu: {
      darkItemBg: '#0B3B39',
      darkSubMenuItemBg: '#0B3B39',
      darkItemSelectedBg: '#00706B',
      darkItemColor: 'rgba(255,255,255,0.86)',
      itemMarginInline: 8,
    },
    Table: { rowSelectedBg: '#EFF8F7', rowSelectedHoverBg: '#E3F1F0', headerBg: '#F3F6F6', headerColor: '#3A4C4A' },
    Card: { headerFontSize: 15 },
  },
};
