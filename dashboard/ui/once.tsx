import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './once.module.css';

interface OnceProps {
  /** What it is, for who cannot see the box. */
  label: string;
  text: string;
  /** Name of the file it can be kept in; left out: copying is enough. */
  file?: string;
}

/** Something the server says only once, to be copied or kept in a file. */
export function Once({ label, text, file }: OnceProps) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={styles.once}>
      <textarea
        readOnly
        aria-label={label}
        rows={Math.min(12, text.split('\n').length)}
        value={text}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={styles.actions}>
        <Button
          size="xs"
          variant="default"
          leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          onClick={copy}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
        {file && (
          <Button
            size="xs"
            variant="default"
            component="a"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
            download={file}
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            Download
          </Button>
        )}
      </div>
    </div>
  );
}
