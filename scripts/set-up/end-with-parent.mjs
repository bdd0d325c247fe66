/** Preloaded into child processes: when the parent is gone, however it went, the child takes it as a request to stop. */
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
