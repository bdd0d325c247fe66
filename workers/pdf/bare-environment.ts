/**
 * The environment of a child process: fixed, whatever the machine's time zone and language are, and without anything of this process's own,
 * which holds database addresses and keys.
 */
export function bareEnvironment(additions: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const environment: Record<string, string> = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: '/nonexistent',
    LANG: 'C.UTF-8',
    TZ: 'Asia/Shanghai',
    ...additions,
  };
  return environment as NodeJS.ProcessEnv;
}
