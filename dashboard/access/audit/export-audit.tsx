import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { BASE } from '../../api/base.js';
import type { AuditSearch } from './audit-search.js';
import { auditQuery } from './use-audit.js';

const FORMATS = [
  { format: 'csv', label: 'CSV' },
  { format: 'jsonl', label: 'JSON lines' },
] as const;

/** Takes exactly the entries that are asked about; the browser itself downloads. */
export function ExportAudit({ search, zone }: { search: AuditSearch; zone: string | null }) {
  const address = (format: string) => `${BASE}/api/audit/export?${new URLSearchParams({ ...auditQuery(search, zone ?? 'UTC'), format })}`;
  return (
    <Menu position="bottom-end" width={150}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ format, label }) => (
          <Menu.Item key={format} component="a" href={address(format)} download>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
