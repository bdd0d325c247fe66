import { StyleProvider } from '@ant-design/cssinjs';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { theme } from './theme';

dayjs.locale('zh-cn');

/**
 * Where antd writes the theme variables it computes in the browser: nowhere. The static sheet has them already, and the document's own
 * head is missing for a moment when the root error page replaces the page.
 */
const styleSink = typeof document === 'undefined' ? undefined : document.createElement('div');

/** Chinese texts and our theme for every antd component. */
export function AntdProvider({ children }: { children: ReactNode }) {
  return (
    <StyleProvider container={styleSink}>
      <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
        <App component={false}>{children}</App>
      </ConfigProvider>
    </StyleProvider>
  );
}
