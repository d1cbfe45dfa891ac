import { ConfigError, readConfig } from './config.ts';
import { ContentError, readContent } from './content.ts';
import { createLog } from './ops/log.ts';
import { runPlayground } from './playground/run.ts';
import { StartError } from './start-error.ts';
import { runWorkspace } from './workspace.ts';

/** A running Bearings, whichever of its two ways it runs. */
export type Running = { readonly stop: () => Promise<void> };

const ROOT = new URL('../', import.meta.url);
/** A deploy waits about this long before it kills. */
const STOP_MS = 10_000;

async function run(): Promise<Running> {
  const config = readConfig(process.env);
  const content = await readContent(ROOT);
  const log = createLog(config.slack ? config.logLevel : config.logLevel === 'info' ? 'warn' : config.logLevel);
  return config.slack
    ? runWorkspace({ ...config, slack: config.slack }, content, log)
    : runPlayground(config, content, log);
}

/** Ends with 0 when asked to, 1 when it can't stop in time. */
function stopOnSignal(running: Running): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

try {
  stopOnSignal(await run());
} catch (error) {
  const isOurs = error instanceof ConfigError || error instanceof ContentError || error instanceof StartError;
  console.error(isOurs ? error.message : error);
  process.exit(1);
}
