import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { theme } from './theme';

dayjs.locale('zh-cn');

/** Chinese texts, our theme, and the nonce for the few style elements antd makes in the browser. */
export function AntdProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <ConfigProvider locale={zhCN} theme={theme} csp={{ nonce }} componentSize="middle" button={{ autoInsertSpace: false }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
