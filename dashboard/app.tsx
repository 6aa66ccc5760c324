import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { newQueryClient } from './api/query-client.js';
import { newRouter } from './router.js';
import { theme } from './ui/theme.js';

const colorSchemes = localStorageColorSchemeManager({ key: 'baton-color-scheme' });

/** The whole dashboard; tests give a history of their own. */
export function App({ history }: { history?: RouterHistory }) {
  const [client] = useState(newQueryClient);
  const [router] = useState(() => newRouter(history));
  return (
    <MantineProvider theme={theme} colorSchemeManager={colorSchemes} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
