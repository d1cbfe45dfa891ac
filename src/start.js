// Plain JavaScript, which every Node can read: it says what is missing before TypeScript is met.
const [major = 0] = process.versions.node.split('.').map(Number);

/** @param {string} why */
function stop(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

if (major < 24) {
  stop(`Bearings needs Node 24, and this is ${process.version}. Run "npm ci" once: on Linux it brings one along.`);
}
try {
  await import('./main.ts');
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  stop(`Something is not installed. Run "npm ci" once. (${error.message})`);
}
