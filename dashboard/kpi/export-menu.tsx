import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { BASE } from '../api/base.js';
import { useMay } from '../api/use-session.js';
import type { AskedScope } from './use-scope.js';

interface ExportMenuProps {
  /** Null until the workspace's zone is known. */
  query: (AskedScope['query'] & { outcome?: string }) | null;
  /** Only the handoffs behind this number; all of the question when left out. */
  kpi?: string;
}

const FORMATS = [
  { format: 'csv', label: 'CSV', bom: 'yes' },
  { format: 'arrow', label: 'Arrow', bom: 'no' },
] as const;

/** Takes exactly the handoffs asked about elsewhere. The browser itself downloads, as they are more than a page should hold. */
export function ExportMenu({ query, kpi }: ExportMenuProps) {
  if (!useMay('export')) return null;
  return (
    <Menu position="bottom-end" width={150}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />} disabled={query === null}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {query &&
          FORMATS.map(({ label, ...format }) => (
            <Menu.Item key={label} component="a" href={addressOf({ ...query, ...(kpi && { kpi }), ...format })} download>
              {label}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The address of an export; one of many values comes as often as it has values. */
function addressOf(query: Record<string, string | number | string[] | undefined>): string {
  const said = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, String(one)] satisfies [string, string]),
  );
  return `${BASE}/api/handoff/export?${new URLSearchParams(said)}`;
}
