import { Button } from 'antd';
import { useState } from 'react';

/** A generated password, shown this once: the system keeps only its hash. */
export function InitialPassword({ title, accountName, password }: { title: string; accountName: string; password: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <section className="initial-password" role="status">
      <h2>{title}</h2>
      <p>
        账号 <code>{accountName}</code>，初始密码 <code className="initial-password-text">{password}</code>
        <Button size="small" onClick={() => void navigator.clipboard?.writeText(password).then(() => setCopied(true))}>
          {isCopied ? '已复制' : '复制密码'}
        </Button>
      </p>
      <p className="secondary-text">密码只在这里显示一次，系统不保存原文。请当面或通过单位内部渠道交给本人，不要用微信群转发；遗失时重新生成即可。</p>
    </section>
  );
}
