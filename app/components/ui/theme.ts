import type { ThemeConfig } from 'antd';

/** Colours of ui.md; tokens.css holds the same values as CSS variables for our own markup. */
export const COLORS = {
  primary: '#1f5fbf',
  header: '#0f2a52',
  text: '#1d2433',
  secondary: '#5b6472',
  line: '#e3e7ee',
  page: '#f5f7fa',
  error: '#c4281c',
  warning: '#b85c00',
  success: '#1f7a3d',
} as const;

export const FONT_FAMILY = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/**
 * antd reads all styles from one static sheet made from this very object at build time, so nothing here may depend on the page or the
 * person: zeroRuntime keeps components from writing style elements, and the fixed key keeps class names equal on server and client.
 */
export const theme: ThemeConfig = {
  cssVar: { key: 'hengji' },
  hashed: false,
  zeroRuntime: true,
  token: {
    colorPrimary: COLORS.primary,
    colorInfo: COLORS.primary,
    colorLink: COLORS.primary,
    colorError: COLORS.error,
    colorWarning: COLORS.warning,
    colorSuccess: COLORS.success,
    colorTextBase: COLORS.text,
    colorTextSecondary: COLORS.secondary,
    // antd's own values for these fall below a contrast of 4.5 on our page colour.
    colorTextTertiary: COLORS.secondary,
    colorTextDescription: COLORS.secondary,
    colorTextPlaceholder: '#667085',
    colorBorder: '#c9d0db',
    colorBorderSecondary: COLORS.line,
    colorBgLayout: COLORS.page,
    borderRadius: 4,
    borderRadiusLG: 4,
    borderRadiusSM: 3,
    fontSize: 14,
    fontFamily: FONT_FAMILY,
    motionDurationSlow: '0.15s',
    motionDurationMid: '0.1s',
    motionDurationFast: '0.05s',
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: { cellPaddingBlockSM: 7, cellPaddingInlineSM: 10, headerBg: '#eef2f7', headerColor: COLORS.text, headerSplitColor: COLORS.line },
    Tabs: { horizontalMargin: '0 0 12px 0' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
  },
};
