import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/** One process per tab, unlike the arguments that come with the packaged browser: those end it when the first context closes. */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'];

/** A headless browser: the one of BATON_BROWSER, else the one inside the package, which runs on Linux x64. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.BATON_BROWSER;
  if (!own && (process.platform !== 'linux' || process.arch !== 'x64'))
    throw new Error('Set BATON_BROWSER to a Chromium or Chrome: the one in the package runs only on Linux x64.');
  return driver.launch({ executablePath: own ?? (await chromium.executablePath()), args: ARGUMENTS, headless: true });
}
