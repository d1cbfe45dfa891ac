/** Bearings cannot start as things are. The message says what to do, and is shown as it is. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Makes a taken port one clear sentence; any other error goes through. */
export function toStartError(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartError(`Port ${port} is taken. Stop what uses it, or set PORT to another.`, { cause: error });
  if (code === 'EACCES')
    return new StartError(`Port ${port} is not allowed for this user. Set PORT to one above 1023.`, { cause: error });
  return error;
}
