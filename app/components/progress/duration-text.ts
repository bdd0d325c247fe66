/** "约 40 秒", "约 3 分钟", "约 1 小时 5 分钟": rounded up, because people plan with it. */
export function durationText(seconds: number): string {
  if (seconds < 1) return '即将完成';
  if (seconds <= 50) return `约 ${Math.ceil(seconds / 10) * 10} 秒`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `约 ${minutes} 分钟`;
  const rest = minutes % 60;
  return `约 ${Math.floor(minutes / 60)} 小时${rest === 0 ? '' : ` ${rest} 分钟`}`;
}
