import { createServer } from 'node:net';
import { Refusal } from './refusal.mjs';

/** Refuses, before anything is started, a PORT that is no port or that another program holds. */
export async function checkPort(environment) {
  const wanted = environment.PORT || '3000';
  const port = Number(wanted);
  if (!/^\d+$/.test(wanted) || port > 65535)
    throw new Refusal(`环境变量 PORT 的值不是端口号。请写 0 到 65535 之间的整数，例如 PORT=3001 npm start`);
  const code = await listenFailure(port, environment.HOST || '0.0.0.0');
  if (code === 'EADDRINUSE') {
    throw new Refusal(`端口 ${port} 已被其他程序占用，无法启动网站。请先停止占用它的程序，或换一个端口：PORT=${port + 1} npm start`);
  }
  if (code === 'EACCES') throw new Refusal(`当前用户无权使用端口 ${port}。请换一个 1024 以上的端口，例如 PORT=3000 npm start`);
  if (code) throw new Refusal(`无法在 ${environment.HOST || '0.0.0.0'} 的端口 ${port} 上监听（${code}）。请检查环境变量 HOST 与 PORT。`);
}

function listenFailure(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code ?? error.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
