import type { WebClient } from '@slack/web-api';

/** A file that takes longer to hand over than this is left out. */
const TIMEOUT_MS = 8_000;

export type Upload = {
  /** With its ending. */
  readonly name: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** What a picture says, for those who cannot see it. */
  readonly alt?: string;
};

/** As Slack knows the file. `permalink`: whoever posts it shares the file with those who read the post. */
export type Uploaded = { readonly id: string; readonly permalink: string | null };

/**
 * Hands a file to Slack. It is in no conversation: the message that shows a picture names it, one that holds another
 * file links to it, so that message and file are said together, once.
 * docs.slack.dev/messaging/working-with-files and reference/block-kit/composition-objects/slack-file-object.
 */
export async function upload(client: WebClient, { name, title, bytes, alt }: Upload): Promise<Uploaded> {
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.byteLength,
    ...(alt !== undefined && { alt_text: alt }),
  });
  if (!url || !id) throw new Error('files.getUploadURLExternal gave no address');
  const sent = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!sent.ok) throw new Error(`The upload of a file was refused: ${sent.status}`);
  const { files } = await client.files.completeUploadExternal({ files: [{ id, title: fitTitle(title) }] });
  return { id, permalink: files?.find((file) => file.id === id)?.permalink ?? null };
}

const fitTitle = (title: string): string => title.slice(0, 100);
