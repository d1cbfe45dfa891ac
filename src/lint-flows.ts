import { ContentError, readContent } from './content.ts';

try {
  const { flows, catalogs, playbook } = await readContent(new URL('../', import.meta.url));
  const texts = Object.keys(catalogs.en).length;
  console.log(
    `${flows.size} flows, ${playbook.actions.length} actions, ${texts} texts in ${Object.keys(catalogs).length} languages: all well.`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
