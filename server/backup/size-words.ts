/** '12.3 MB', and with a time '12.3 MB in 4.5 s (2.7 MB/s)'. */
export function sizeWords({ bytes, milliseconds }: { bytes: number; milliseconds?: number }): string {
  const megabytes = bytes / 1e6;
  const size = `${megabytes.toFixed(1)} MB`;
  if (milliseconds === undefined) return size;
  const seconds = milliseconds / 1000;
  return `${size} in ${seconds.toFixed(1)} s (${(megabytes / seconds).toFixed(1)} MB/s)`;
}
