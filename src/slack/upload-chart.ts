import type { WebClient } from '@slack/web-api';

/** A picture that takes longer to hand over than this is left out. */
const TIMEOUT_MS = 8_000;

/**
 * Hands a picture to Slack and gives its file id. It is in no conversation: the message that shows it names it, so that
 * message and picture are said together, once.
 * docs.slack.dev/messaging/working-with-files and reference/block-kit/composition-objects/slack-file-object.
 */
export async function uploadChart(client: WebClient, png: Uint8Array, alt: string): Promise<string> {
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: 'week.png',
    length: png.byteLength,
    alt_text: alt,
  });
  if (!url || !id) throw new Error('files.getUploadURLExternal gave no address');
  const sent = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(png),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!sent.ok) throw new Error(`The upload of a picture was refused: ${sent.status}`);
  await client.files.completeUploadExternal({ files: [{ id, title: fitTitle(alt) }] });
  return id;
}

const fitTitle = (alt: string): string => alt.slice(0, 100);
